package dev.toolverdicts.gateway.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param issuer of the OpenID provider, which tells everything else about itself; null for none:
///     nobody signs in
/// @param clientId what the provider calls this gateway
/// @param clientSecretFile its first line, read again when it changes, so that another secret needs no
///     restart
/// @param scopes that are asked for; the provider grants those of the person
/// @param timeout for each answer of the provider
@ConfigurationProperties("gateway.provider")
@Validated
record ProviderSettings(
        @Nullable String issuer,
        @NotBlank String clientId,
        @NotNull Path clientSecretFile,
        @NotEmpty Set<String> scopes,
        @NotNull Duration timeout) {}
