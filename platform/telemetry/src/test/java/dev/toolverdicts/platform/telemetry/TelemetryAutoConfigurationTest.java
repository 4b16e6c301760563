package dev.toolverdicts.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TelemetryAutoConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TelemetryAutoConfiguration.class))
            .withBean(PrometheusMeterRegistry.class, () -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    @Test
    void metricsAreToldToNobodyWhoHasNotAskedForThem() {
        application.run(context -> assertThat(context).doesNotHaveBean(MetricsServer.class));
    }

    @Test
    void aPortOpensThem() {
        application
                .withPropertyValues("telemetry.metrics.port=0")
                .run(context ->
                        assertThat(context.getBean(MetricsServer.class).port()).isPositive());
    }
}
