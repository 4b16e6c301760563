package dev.toolverdicts.platform.telemetry;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// What every process tells of itself, where somebody wants to hear it.
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration")
@EnableConfigurationProperties(MetricsSettings.class)
public class TelemetryAutoConfiguration {

    @Bean
    @ConditionalOnProperty("telemetry.metrics.port")
    MetricsServer metricsServer(MetricsSettings settings, PrometheusMeterRegistry registry) {
        return new MetricsServer(settings.at(), registry::scrape);
    }
}
