package dev.toolverdicts.catalog.leaderboard;

import dev.toolverdicts.platform.messaging.Projection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LeaderboardConfiguration {

    /// Boards are the last states of their topic.
    @Bean
    Projection boards() {
        return new Projection(
                "boards",
                List.of("catalog-leaderboards"),
                List.of(Projection.Table.of("leaderboard"), Projection.Table.of("trending_place")));
    }
}
