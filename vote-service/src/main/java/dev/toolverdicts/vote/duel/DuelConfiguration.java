package dev.toolverdicts.vote.duel;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.ranking.RankingSettings;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.VoterAnswers;
import dev.toolverdicts.vote.voter.VoterCookie;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@OnRole({Role.COUNT, Role.QUERY})
class DuelConfiguration {

    /// Also where nobody votes: the outbox's auditor must know what its database has published.
    @Bean
    Duels duels(JdbcClient jdbc, Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
        return new Duels(
                new DuelRepository(jdbc), new DuelQueries(jdbc), outbox, new TransactionTemplate(transactions), clock);
    }

    @Bean
    DuelRanks duelRanks(
            JdbcClient jdbc,
            JsonMapper json,
            KnownTools tools,
            RankingSettings settings,
            Outbox outbox,
            PlatformTransactionManager transactions) {
        return new DuelRanks(
                new DuelRankRepository(jdbc, json),
                new DuelQueries(jdbc),
                tools,
                settings,
                outbox,
                new TransactionTemplate(transactions));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @OnRole(Role.COUNT)
    static class Refreshing {

        @Bean
        DuelRankRefresh duelRankRefresh(DuelRanks ranks, KnownTools tools, Clock clock) {
            return new DuelRankRefresh(ranks, tools, clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @OnRole(Role.QUERY)
    static class Asking {

        /// Ballots of one pair wait for each other anyway.
        @Bean(destroyMethod = "dispose")
        Scheduler duelScheduler() {
            return Schedulers.newBoundedElastic(2, 500, "duels");
        }

        /// Pages have no patience, and no ballot to wait for.
        @Bean(destroyMethod = "dispose")
        Scheduler duelReadScheduler() {
            return Schedulers.newBoundedElastic(2, 500, "duel-reads");
        }

        @Bean
        OwnDuels ownDuels(KnownTools tools, JdbcClient jdbc, Scheduler duelReadScheduler) {
            return new OwnDuels(new Meetings(tools), new DuelQueries(jdbc), duelReadScheduler);
        }

        @Bean
        RouterFunction<ServerResponse> duelRoutes(
                KnownTools tools,
                Duels duels,
                OwnDuels own,
                VoterCookie voters,
                FormToken tokens,
                VoterAnswers answers,
                Scheduler duelScheduler) {
            var ballots = new DuelController(new Meetings(tools), duels, own, voters, tokens, answers, duelScheduler);
            var form = new DuelFormController(ballots, answers);
            return route().route(
                            methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/api/v1/duels/{pair}")), ballots::own)
                    .PUT("/api/v1/duels/{pair}", ballots::choose)
                    .DELETE("/api/v1/duels/{pair}", ballots::takeBack)
                    .POST("/duel/{pair}", form::submit)
                    .build();
        }
    }
}
