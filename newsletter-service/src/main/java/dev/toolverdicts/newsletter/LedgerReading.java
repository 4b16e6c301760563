package dev.toolverdicts.newsletter;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Newsletter editors read the whole ledger; operators read the rows in doubt, which are theirs to
/// decide, and no other address.
final class LedgerReading implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String[] IN_DOUBT = {"in_doubt"};

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        // A state given twice is another question.
        boolean isAboutDoubts = Arrays.equals(IN_DOUBT, request.getRequest().getParameterValues("state"));
        return new AuthorizationDecision(authentication.get() instanceof JwtAuthenticationToken token
                && token.isAuthenticated()
                && (has(token, Access.EDITOR) || (isAboutDoubts && has(token, Access.OPERATOR))));
    }

    private static boolean has(JwtAuthenticationToken token, String scope) {
        return token.getAuthorities().stream().anyMatch(granted -> ("SCOPE_" + scope).equals(granted.getAuthority()));
    }
}
