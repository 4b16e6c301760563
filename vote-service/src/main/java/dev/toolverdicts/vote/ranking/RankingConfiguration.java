package dev.toolverdicts.vote.ranking;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.web.SiteSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
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

    @Bean
    CountedLog countedLog(StandingQueries queries, ConsumerFactory<String, byte[]> consumers) {
        return new CountedLog(queries, consumers);
    }

    /// Also where no board is computed: the outbox's auditor must know what its database has published.
    @Bean
    Leaderboards leaderboards(
            LeaderboardRepository boards,
            StandingQueries queries,
            KnownTools tools,
            ConsumerFactory<String, byte[]> consumers,
            EventCodec codec,
            CountedLog countedLog,
            Outbox outbox,
            PlatformTransactionManager transactions,
            RankingSettings settings) {
        return new Leaderboards(
                boards,
                new PublishedBoards(consumers, codec),
                queries,
                new Standings(queries, tools, settings),
                new Closing(settings, countedLog::isComplete),
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
                Leaderboards boards,
                StandingQueries queries,
                KnownTools tools,
                CountedLog countedLog,
                RankingSettings settings,
                Clock clock) {
            return new LeaderboardRefresh(boards, queries, tools, countedLog, settings, clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @OnRole(Role.QUERY)
    static class Explaining {

        @Bean
        RouterFunction<ServerResponse> rankingRoutes(RankingSettings settings, SiteSettings site, JsonMapper json) {
            RankingRules rules = RankingRules.of(settings, RankingPage.changes());
            String address = site.publicUrl().resolve("/how-ranking-works").toString();
            var ranking = new RankingController(rules, new RankingPage(settings, rules, address), json);
            return route().route(read("/api/v1/ranking"), ranking::rules)
                    .route(read("/how-ranking-works"), ranking::page)
                    .build();
        }

        private static RequestPredicate read(String pattern) {
            return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(pattern));
        }
    }
}
