package dev.toolverdicts.platform.telemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// Spans of every process, where somebody takes them.
@AutoConfiguration
@EnableConfigurationProperties(TraceSettings.class)
public class TracingAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Tracing tracing(TraceSettings settings, Environment environment) {
        String endpoint = settings.endpoint();
        return endpoint == null || endpoint.isBlank()
                ? Tracing.off()
                : Exporting.to(
                        endpoint, environment.getRequiredProperty("spring.application.name"), settings.sampled());
    }
}
