package dev.toolverdicts.catalog.verdict;

import dev.toolverdicts.platform.messaging.Projection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerdictConfiguration {

    /// Verdicts are the last states of the panel's topic.
    @Bean
    Projection verdicts() {
        return new Projection("verdicts", List.of("catalog-verdicts"), List.of(Projection.Table.of("tool_verdict")));
    }
}
