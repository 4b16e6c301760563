package dev.toolverdicts.review.knowntool;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param patience how long a review of an unknown tool waits for the tool's event before it is answered 404
@ConfigurationProperties("review.known-tool")
@Validated
record KnownToolSettings(@DefaultValue("2s") @NotNull Duration patience) {}
