package dev.toolverdicts.gateway.shortway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param requests `METHOD /path` of the writes that take the short way; empty for none
/// @param group the copies they go to
/// @param repeatableBy names of the cookies of which one must be there for a request to be sent a second time
@ConfigurationProperties("gateway.short-way")
@Validated
record ShortWaySettings(
        @NotNull List<String> requests,
        @NotBlank String group,
        @NotNull List<String> repeatableBy) {}
