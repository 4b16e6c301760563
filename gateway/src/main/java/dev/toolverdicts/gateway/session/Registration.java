package dev.toolverdicts.gateway.session;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/// This gateway as the provider knows it, and what the provider says of itself, which it is asked once.
/// It may be away when a gateway starts.
final class Registration {

    private static final String ID = "provider";
    private static final String METADATA = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final ProviderSettings settings;
    private final Supplier<String> secret;
    private final String callback;
    private final RestOperations http;

    private volatile @Nullable Known known;

    private record Known(ClientRegistration client, JwtDecoder idTokens) {}

    /// @param secret that is valid now. While another takes its place both are good, and a provider
    ///     reads the same file
    /// @param callback where the provider sends browsers back to
    Registration(ProviderSettings settings, Supplier<String> secret, String callback, RestOperations http) {
        this.settings = settings;
        this.secret = secret;
        this.callback = callback;
        this.http = http;
    }

    /// With the secret that is valid now.
    ClientRegistration client() {
        return ClientRegistration.withClientRegistration(known().client())
                .clientSecret(secret.get())
                .build();
    }

    /// Takes ID tokens that are for this client and no others.
    JwtDecoder idTokens() {
        return known().idTokens();
    }

    private Known known() {
        Known found = known;
        if (found == null) {
            ClientRegistration client = discovered();
            found = new Known(client, decoder(client));
            known = found;
        }
        return found;
    }

    /// Not by `ClientRegistrations` alone, which would wait half a minute.
    private ClientRegistration discovered() {
        String issuer = Objects.requireNonNull(settings.issuer());
        URI address = URI.create(issuer.replaceFirst("/$", "") + METADATA);
        Map<String, Object> said =
                http.exchange(RequestEntity.get(address).build(), JSON).getBody();
        if (said == null || !issuer.equals(said.get("issuer"))) {
            throw new IllegalStateException("What is at %s is not about %s".formatted(address, issuer));
        }
        return ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(ID)
                .clientId(settings.clientId())
                .redirectUri(callback)
                .scope(settings.scopes())
                .build();
    }

    /// As `OidcIdTokenDecoderFactory` makes it, but its keys are asked for by somebody who does
    /// not wait for ever.
    private JwtDecoder decoder(ClientRegistration client) {
        String keys = Objects.requireNonNull(client.getProviderDetails().getJwkSetUri());
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(keys).restOperations(http).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }
}
