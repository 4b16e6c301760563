package dev.toolverdicts.platform.web.lastknown;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Pages while the database is away, for those that `last-known.pages` names.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(LastKnownSettings.class)
public class LastKnownAutoConfiguration {

    @Bean
    LastKnownPages lastKnownPages(LastKnownSettings settings, ObjectProvider<Clock> clock) {
        return new LastKnownPages(settings, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Patience patience(LastKnownSettings settings) {
        return new Patience(Math.toIntExact(settings.silence().toMillis()));
    }

    @Bean
    @ConditionalOnBean(Hidden.class)
    HiddenWatch hiddenWatch(Hidden hidden, LastKnownPages pages, Patience patience) {
        return new HiddenWatch(hidden, pages, patience);
    }

    @Bean
    MeterBinder lastKnownMetrics(LastKnownPages pages) {
        return registry -> {
            FunctionCounter.builder("web.last.known.shown", pages, LastKnownPages::shown)
                    .description("pages shown as they were, since they could not be made")
                    .register(registry);
            Gauge.builder("web.last.known", pages, LastKnownPages::bytes)
                    .description("memory that kept pages take")
                    .baseUnit("bytes")
                    .register(registry);
        };
    }

    @Bean
    WebMvcConfigurer lastKnownOnEveryPage(
            LastKnownPages pages, Patience patience, ObjectProvider<Clock> clocks, ObjectProvider<ViewResolver> views) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        var outage = new Outage(clock);
        var stale = new StaleAnswer(pages, clock);
        var neutral = new NeutralPage(() -> views.orderedStream().toList());
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LastKnownInterceptor(pages, patience, outage, stale, neutral));
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                // Before the advices, which would answer 503.
                resolvers.addFirst(new LastKnownResolver(pages, outage, stale));
            }
        };
    }
}
