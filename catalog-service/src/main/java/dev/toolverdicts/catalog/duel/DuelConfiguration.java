package dev.toolverdicts.catalog.duel;

import dev.toolverdicts.platform.messaging.Projection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DuelConfiguration {

    /// Duels are the last states of their topics.
    @Bean
    Projection duels() {
        return new Projection(
                "duels",
                List.of("catalog-duels", "catalog-duel-ranks"),
                List.of(Projection.Table.of("duel_pair"), Projection.Table.of("duel_rank")));
    }
}
