package dev.toolverdicts.vote.count;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.DatabaseLooks;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.Projection;
import dev.toolverdicts.vote.ranking.RankingSettings;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
@OnRole({Role.COUNT, Role.QUERY})
class CountConfiguration {

    @Bean
    TallyRepository tallyRepository(JdbcClient jdbc) {
        return new TallyRepository(jdbc);
    }

    @Bean
    RuledVoteRepository ruledVoteRepository(JdbcClient jdbc) {
        return new RuledVoteRepository(jdbc);
    }

    /// Also where nothing is counted: the outbox's auditor must know what its database has published.
    @Bean
    TallyPublisher tallyPublisher(
            JdbcClient jdbc,
            Outbox outbox,
            PlatformTransactionManager transactions,
            CountSettings settings,
            RankingSettings ranking,
            Clock clock) {
        return new TallyPublisher(
                new TallyQueries(jdbc),
                new PublishedTallyRepository(jdbc),
                outbox,
                new TransactionTemplate(transactions),
                settings,
                ranking,
                clock);
    }

    @Bean
    TallyCheck tallyCheck(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new TallyCheck(new TallyCheckQueries(jdbc, transactions), clock);
    }

    @Bean
    RouterFunction<ServerResponse> tallyCheckRoutes(TallyCheck check) {
        return route().GET("/api/v1/votes/check", new TallyCheckController(check)::check)
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @OnRole(Role.COUNT)
    static class Counting {

        private final TallyCheck check;

        Counting(TallyCheck check) {
            this.check = check;
        }

        @Bean
        TallyPublishing tallyPublishing(TallyPublisher publisher, CountSettings settings) {
            return new TallyPublishing(publisher, settings);
        }

        /// A tally's moment hangs on votes that others have replaced, its version on how many were
        /// counted at once.
        @Bean
        Projection countedVotes() {
            String[] sums = {"ships", "skips", "held", "discarded"};
            return new Projection(
                    "votes",
                    List.of("vote-counter", "vote-rulings"),
                    List.of(
                            Projection.Table.of("votes"),
                            Projection.Table.of("tallies")
                                    .sums(sums)
                                    .aside("updated_at")
                                    .published("version", "vote.tally.v1"),
                            Projection.Table.of("tally_days").sums(sums)));
        }

        @Bean
        MeterBinder tallyDifferences() {
            return registry -> Gauge.builder("vote.tally.differences", check, TallyCheck::lastDifferences)
                    .description("Tools whose tally was not the count of their votes at the last check; must be 0")
                    .register(registry);
        }

        @Bean
        MeterBinder heldVotes(JdbcClient jdbc, DatabaseLooks database) {
            var tallies = new TallyQueries(jdbc);
            return registry -> Gauge.builder("vote.held", () -> database.at(tallies::held))
                    .description("Votes that are held")
                    .register(registry);
        }

        @Scheduled(cron = "${vote.count.check-cron}", zone = "UTC")
        void checkNightly() {
            check.run();
        }
    }
}
