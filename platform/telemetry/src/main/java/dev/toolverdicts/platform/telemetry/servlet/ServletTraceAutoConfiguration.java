package dev.toolverdicts.platform.telemetry.servlet;

import dev.toolverdicts.platform.telemetry.TraceSettings;
import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.platform.telemetry.TracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// Traces through services with servlets.
@AutoConfiguration(after = TracingAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ServletTraceAutoConfiguration {

    @Bean
    TraceServletFilter traceServletFilter(Tracing tracing, TraceSettings settings) {
        return new TraceServletFilter(tracing, settings.trusted());
    }
}
