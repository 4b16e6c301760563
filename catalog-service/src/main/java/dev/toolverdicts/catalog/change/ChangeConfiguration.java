package dev.toolverdicts.catalog.change;

import dev.toolverdicts.platform.messaging.Projection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

    /// Changes are told by the last states of the tools' topic.
    @Bean
    Projection changes() {
        return new Projection("changes", List.of("catalog-changes"), List.of(Projection.Table.of("tool_change")));
    }
}
