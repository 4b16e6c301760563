package dev.toolverdicts.catalog.card;

import dev.toolverdicts.platform.messaging.Projection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CardConfiguration {

    /// Cards are nothing but the last states of three topics.
    @Bean
    Projection cards() {
        return new Projection(
                "cards",
                List.of("catalog-card-tools", "catalog-card-panels", "catalog-card-tallies"),
                List.of(Projection.Table.of("tool_card"), Projection.Table.of("tool_search")));
    }
}
