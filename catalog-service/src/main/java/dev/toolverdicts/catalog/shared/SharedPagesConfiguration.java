package dev.toolverdicts.catalog.shared;

import dev.toolverdicts.catalog.alternative.OpenedPairs;
import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharedPagesConfiguration {

    @Bean
    SharedPages sharedPages(SharedPagesSettings settings, Clock clock, LastKnownPages lastKnown) {
        var pages = new SharedPages(settings, clock);
        lastKnown.whenForgotten(pages::dropAll);
        return pages;
    }

    /// Right before Spring Security.
    @Bean
    FilterRegistrationBean<SharedPageFilter> sharedPageFilter(
            SharedPages pages, OpenedPairs opened, LastKnownPages lastKnown) {
        var filter = new FilterRegistrationBean<>(new SharedPageFilter(pages, opened, lastKnown::read));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
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
