package dev.toolverdicts.platform.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param endpoint who takes spans, by OTLP over HTTP; nothing is traced without
/// @param sampled the share of requests that are traced, of those that nobody before has decided about
/// @param trusted whether requests may say in which trace they are: not those of strangers
@ConfigurationProperties("telemetry.traces")
public record TraceSettings(
        @Nullable String endpoint,
        @DefaultValue("0.01") double sampled,
        @DefaultValue("true") boolean trusted) {

    public TraceSettings {
        if (!(sampled >= 0 && sampled <= 1)) {
            throw new IllegalArgumentException("telemetry.traces.sampled is a share, from 0 to 1, not " + sampled);
        }
    }
}
