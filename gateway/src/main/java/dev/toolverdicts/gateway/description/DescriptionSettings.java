package dev.toolverdicts.gateway.description;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param services whose descriptions are merged, in this order
/// @param path where each service has its own
/// @param prefix what public API addresses start with; others are pages
/// @param ttl how long a description is kept
/// @param retry how long one is kept in which a part is what a service told before
/// @param timeout how long a part is waited for
@ConfigurationProperties("gateway.description")
@Validated
record DescriptionSettings(
        @NotBlank String version,
        @NotEmpty List<String> services,
        @NotBlank String path,
        @NotBlank String prefix,
        @NotNull Duration ttl,
        @NotNull Duration retry,
        @NotNull Duration timeout) {}
