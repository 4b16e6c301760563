package dev.toolverdicts.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// A client asks for all scopes there are; somebody is granted only their own.
final class OwnScopes implements AuthenticationConverter {

    private static final Set<String> EVERYBODYS = Set.of("openid", "profile");

    private final IdentitySettings settings;
    private final OAuth2AuthorizationCodeRequestAuthenticationConverter requests =
            new OAuth2AuthorizationCodeRequestAuthenticationConverter();

    OwnScopes(IdentitySettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication asked = requests.convert(request);
        return asked instanceof OAuth2AuthorizationCodeRequestAuthenticationToken code ? narrowed(code) : asked;
    }

    private Authentication narrowed(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        Authentication principal = (Authentication) asked.getPrincipal();
        return settings.person(principal.getName())
                .<Authentication>map(person -> new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        asked.getAuthorizationUri(),
                        asked.getClientId(),
                        principal,
                        asked.getRedirectUri(),
                        asked.getState(),
                        granted(asked.getScopes(), person),
                        asked.getAdditionalParameters()))
                // Nobody yet: the sign-in page comes first.
                .orElse(asked);
    }

    private static Set<String> granted(Set<String> asked, IdentitySettings.Person person) {
        return asked.stream()
                .filter(scope -> EVERYBODYS.contains(scope) || person.scopes().contains(scope))
                .collect(Collectors.toSet());
    }
}
