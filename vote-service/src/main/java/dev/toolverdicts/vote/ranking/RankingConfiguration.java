package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@OnRole({Role.COUNT, Role.QUERY})
class RankingConfiguration {

    @Bean
    StandingQueries standingQueries(JdbcClient jdbc) {
        return new StandingQueries(jdbc);
    }

    @Bean
    LeaderboardRepository leaderboardRepository(JdbcClient jdbc, JsonMapper json) {
        return new LeaderboardRepository(jdbc, json);
    }

    /// Also where no board is computed: the outbox's auditor must know what its database has published.
    @Bean
    Leaderboards leaderboards(
            LeaderboardRepository boards,
            StandingQueries queries,
            KnownTools tools,
            ConsumerFactory<String, byte[]> consumers,
            Outbox outbox,
            PlatformTransactionManager transactions,
            RankingSettings settings) {
        return new Leaderboards(
                boards,
                queries,
                new Standings(queries, tools, settings),
                new Closing(settings, new CountedLog(queries, consumers)::isComplete),
                outbox,
                new TransactionTemplate(transactions),
                settings);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @OnRole(Role.COUNT)
    static class Refreshing {

        @Bean
        LeaderboardRefresh leaderboardRefresh(
                Leaderboards boards, StandingQueries queries, KnownTools tools, RankingSettings settings, Clock clock) {
            return new LeaderboardRefresh(boards, queries, tools, settings, clock);
        }
    }
}
