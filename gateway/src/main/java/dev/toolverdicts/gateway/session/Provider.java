package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;
import org.springframework.web.util.UriComponentsBuilder;

/// The OpenID provider. What it is asked over the back channel blocks.
final class Provider {

    private static final Logger log = LoggerFactory.getLogger(Provider.class);

    /// Anybody may begin and come back with a made-up code; the provider must not hear of a
    /// flood of them.
    private static final int STRANGERS = 16;

    private final ProviderSettings settings;
    private final String callback;
    private final String home;
    private final Registration registration;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes;
    private final Semaphore strangers = new Semaphore(STRANGERS);

    /// @param secret of this gateway at the provider, that is valid now
    /// @param site the address visitors use
    /// @param http for what the provider says of itself, and its keys
    Provider(
            ProviderSettings settings,
            Supplier<String> secret,
            URI site,
            RestOperations http,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes) {
        this.settings = settings;
        this.callback = site + SessionRoutes.CALLBACK;
        this.home = site + SignIn.HOME;
        this.registration = new Registration(settings, secret, callback, http);
        this.codes = codes;
        this.refreshes = refreshes;
    }

    /// Where a browser signs in.
    ///
    /// @throws Refusal when the provider has not yet said where, and does not now
    URI address(SignIn signIn) {
        return forStranger(
                () -> URI.create(request(signIn, registration.client()).getAuthorizationRequestUri()));
    }

    /// Trades the code for tokens.
    ///
    /// @throws Refusal when the provider or the signature on the ID token says no
    Session exchange(SignIn signIn, String code) {
        return forStranger(() -> exchanged(signIn, code));
    }

    private Session exchanged(SignIn signIn, String code) {
        ClientRegistration client = registration.client();
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(callback)
                .state(signIn.state())
                .build();
        OAuth2AccessTokenResponse tokens = codes.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                client, new OAuth2AuthorizationExchange(request(signIn, client), answer)));
        Jwt person = registration.idTokens().decode(String.valueOf(idToken(tokens)));
        if (!Secrets.same(person.getClaimAsString("nonce"), signIn.nonce())) {
            throw refused();
        }
        String subject = Objects.requireNonNull(person.getSubject(), "an ID token without subject");
        String name = person.getClaimAsString("preferred_username");
        return session(subject, name == null ? subject : name, person.getTokenValue(), settings.scopes(), tokens);
    }

    private static @Nullable Object idToken(OAuth2AccessTokenResponse tokens) {
        return tokens.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
    }

    /// Empty when the provider does not renew it any more.
    ///
    /// @throws Refusal when it does not answer
    Optional<Session> refresh(Session session, String refreshToken) {
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, session.accessToken(), null, session.accessEndsAt());
        var request = new OAuth2RefreshTokenGrantRequest(
                reached(registration::client), access, new OAuth2RefreshToken(refreshToken, null));
        try {
            OAuth2AccessTokenResponse tokens = refreshes.getTokenResponse(request);
            // Some providers sign out by the newest ID token alone. It says nothing else here, and to nobody but them.
            Object hint = idToken(tokens);
            return Optional.of(session(
                    session.subject(),
                    session.name(),
                    hint == null ? session.idToken() : hint.toString(),
                    session.scopes(),
                    tokens));
        } catch (OAuth2AuthorizationException e) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
                return Optional.empty();
            }
            throw unreachable(e);
        }
    }

    /// Where the provider's own session ends; empty when it has no such address.
    Optional<URI> signOut(Session session) {
        Object address = reached(registration::client)
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint");
        return Optional.ofNullable(address)
                .map(end -> UriComponentsBuilder.fromUriString(end.toString())
                        .queryParam("id_token_hint", "{hint}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{home}")
                        .encode()
                        .buildAndExpand(session.idToken(), settings.clientId(), home)
                        .toUri());
    }

    private static Session session(
            String subject, String name, String idToken, Set<String> asked, OAuth2AccessTokenResponse tokens) {
        OAuth2AccessToken access = tokens.getAccessToken();
        OAuth2RefreshToken refresh = tokens.getRefreshToken();
        return new Session(
                subject,
                name,
                // A provider that says nothing has granted what was asked for (RFC 6749, 5.1).
                access.getScopes().isEmpty() ? asked : access.getScopes(),
                idToken,
                access.getTokenValue(),
                Objects.requireNonNull(access.getExpiresAt(), "an access token without end"),
                refresh == null ? null : refresh.getTokenValue());
    }

    private OAuth2AuthorizationRequest request(SignIn signIn, ClientRegistration client) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .clientId(client.getClientId())
                .redirectUri(callback)
                .scopes(settings.scopes())
                .state(signIn.state())
                .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, signIn.verifier()))
                .additionalParameters(Map.of(
                        "nonce",
                        signIn.nonce(),
                        PkceParameterNames.CODE_CHALLENGE,
                        Secrets.text(Secrets.hash(signIn.verifier())),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    private <T> T forStranger(Supplier<T> asking) {
        if (!strangers.tryAcquire()) {
            throw new Refusal(unavailable("Too many are signing in at the moment; try again."));
        }
        try {
            return reached(asking);
        } finally {
            strangers.release();
        }
    }

    private static <T> T reached(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (BadJwtException e) {
            log.warn("event=id_token_refused reason=\"{}\"", e.getMessage());
            throw refused();
        } catch (OAuth2AuthorizationException e) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
                throw refused();
            }
            throw unreachable(e);
        } catch (JwtException
                | RestClientException
                | IllegalArgumentException
                | IllegalStateException
                | UncheckedIOException e) {
            throw unreachable(e);
        }
    }

    static Refusal refused() {
        return new Refusal(Problem.of(
                HttpStatus.BAD_REQUEST,
                "This sign-in is over or was not begun in this browser. Begin again at the desk."));
    }

    /// One line, since strangers can cause it.
    private static Refusal unreachable(RuntimeException failure) {
        log.warn("event=identity_provider_failed cause=\"{}\"", Cause.of(failure));
        return new Refusal(unavailable("The identity provider cannot be asked at the moment; try again."));
    }

    private static Problem unavailable(String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, detail).with("Retry-After", "5");
    }
}
