package dev.toolverdicts.gateway.edge;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Per network, which is an IPv4 address or an IPv6 /64.
///
/// @param networks how many networks are remembered; the least recent are forgotten first
@ConfigurationProperties("gateway.rate")
@Validated
record RateSettings(
        @Min(1) int writesPerSecond,
        @Min(1) int readsPerSecond,
        @Min(1) int networks) {}
