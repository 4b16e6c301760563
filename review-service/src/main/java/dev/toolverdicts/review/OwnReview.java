package dev.toolverdicts.review;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// A critic writes under the own name only; an editor writes for all of them.
final class OwnReview implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        return new AuthorizationDecision(authentication.get() instanceof JwtAuthenticationToken token
                && token.isAuthenticated()
                && has(token, "SCOPE_review:write")
                && (has(token, "SCOPE_catalog:write")
                        || isCritic(token, request.getVariables().get("criticKey"))));
    }

    private static boolean has(JwtAuthenticationToken token, String authority) {
        return token.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }

    private static boolean isCritic(JwtAuthenticationToken token, @Nullable String criticKey) {
        return criticKey != null && criticKey.equals(token.getToken().getClaimAsString("critic_key"));
    }
}
