package dev.toolverdicts.catalog.shared;

import dev.toolverdicts.catalog.alternative.OpenedPairs;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SharedPagesConfiguration {

    @Bean
    SharedPages sharedPages(SharedPagesSettings settings, Clock clock) {
        return new SharedPages(settings, clock);
    }

    @Bean
    SharedPageFilter sharedPageFilter(SharedPages pages) {
        return new SharedPageFilter(pages);
    }

    /// Before the one that keeps pages for an outage: a shared page says nothing of the database.
    @Bean
    WebMvcConfigurer sharedPagesFirst(SharedPages pages, OpenedPairs opened) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new SharedPageInterceptor(pages, opened))
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    MeterBinder sharedPagesMeters(SharedPages pages) {
        return registry -> {
            FunctionCounter.builder("catalog.shared.pages", pages, SharedPages::hits)
                    .tag("answer", "hit")
                    .description("Pages that newcomers share: shown as they were made")
                    .register(registry);
            FunctionCounter.builder("catalog.shared.pages", pages, SharedPages::misses)
                    .tag("answer", "miss")
                    .description("Pages that newcomers share: made")
                    .register(registry);
            Gauge.builder("catalog.shared.pages.memory", pages, SharedPages::bytes)
                    .description("Memory that shared pages take")
                    .baseUnit("bytes")
                    .register(registry);
        };
    }
}
