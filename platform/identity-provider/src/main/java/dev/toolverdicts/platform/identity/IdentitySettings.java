package dev.toolverdicts.platform.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param address where browsers find this provider; the gateway and the services do so at the issuer's
/// @param keyFile an RSA key as a JWK, made when it is missing, or a set of them, of which the first
///     signs; null for one that lives as long as this process
/// @param clientSecret the gateway's
/// @param clientSecretFile all that are valid, one a line, read again when it changes; in the place
///     of the one above
/// @param password of everybody: this provider is for trying things out
/// @param audience whom access tokens are for
/// @param mailDomain where everybody reads mail
@ConfigurationProperties("identity")
@Validated
record IdentitySettings(
        @NotNull URI address,
        @Nullable Path keyFile,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @NotBlank String password,
        @NotBlank String audience,
        @NotBlank String mailDomain,
        @NotEmpty List<@Valid Person> people) {

    /// @param scopes what this person may be granted
    /// @param claims what access tokens say besides
    record Person(
            @NotBlank String name,
            @NotNull Set<String> scopes,
            @DefaultValue Map<String, String> claims) {}

    List<String> onlyClientSecret() {
        if (clientSecret == null || clientSecret.isBlank()) {
            throw new IllegalStateException("identity.client-secret, or identity.client-secret-file, must be set");
        }
        return List.of(clientSecret);
    }

    Optional<Person> person(String name) {
        return people.stream().filter(person -> person.name().equals(name)).findFirst();
    }
}
