package dev.toolverdicts.platform.telemetry.reactive;

import dev.toolverdicts.platform.telemetry.TraceSettings;
import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.platform.telemetry.TracingAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/// Traces through services on WebFlux.
@AutoConfiguration(after = TracingAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class ReactiveTraceAutoConfiguration {

    @Bean
    TraceFilter traceFilter(Tracing tracing, TraceSettings settings, ObjectProvider<TraceName> names) {
        TraceName name = names.getIfAvailable(() -> ReactiveTraceAutoConfiguration::pattern);
        return new TraceFilter(tracing, settings.trusted(), name);
    }

    private static @Nullable String pattern(ServerWebExchange exchange) {
        return exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof PathPattern pattern
                ? pattern.getPatternString()
                : null;
    }
}
