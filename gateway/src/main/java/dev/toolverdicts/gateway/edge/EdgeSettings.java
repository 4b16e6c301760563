package dev.toolverdicts.gateway.edge;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param trustedHops addresses and networks of our own proxies, whose `X-Forwarded-For` counts
/// @param crossSiteAllowed `METHOD /path` of the writes that other sites may make
/// @param ownCookies cookies that are for the gateway alone: no service gets them
/// @param identityHeaders names that nobody outside may set, lower case; a final `*` stands for
///     any ending
@ConfigurationProperties("gateway.edge")
@Validated
record EdgeSettings(
        @NotNull List<String> trustedHops,
        @NotNull Set<String> crossSiteAllowed,
        @NotNull Set<String> ownCookies,
        @NotNull Set<String> identityHeaders) {

    EdgeSettings {
        identityHeaders = identityHeaders.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
