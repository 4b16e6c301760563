package dev.toolverdicts.vote.dataset;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import dev.toolverdicts.platform.keptfiles.KeptFileRepository;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.ranking.RankingSettings;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@OnRole({Role.COUNT, Role.QUERY})
class DatasetConfiguration {

    @Bean
    KeptFileQueries keptFileQueries(JdbcClient jdbc) {
        return new KeptFileQueries(jdbc);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @OnRole(Role.COUNT)
    static class Making {

        @Bean
        VoteDataset voteDataset(
                JdbcClient jdbc,
                KnownTools tools,
                RankingSettings ranking,
                DatasetSettings settings,
                JsonMapper json,
                PlatformTransactionManager transactions) {
            return new VoteDataset(
                    new KeptFileRepository(jdbc),
                    new BallotQueries(jdbc),
                    tools,
                    ranking,
                    settings,
                    json,
                    transactions);
        }

        @Bean
        DatasetNight datasetNight(
                VoteDataset dataset, KeptFileQueries kept, KnownTools tools, DatasetSettings settings, Clock clock) {
            return new DatasetNight(dataset, kept, tools, settings, clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @OnRole(Role.QUERY)
    static class Serving {

        /// Downloads wait for each other rather than for the database's other users.
        @Bean(destroyMethod = "dispose")
        Scheduler datasetScheduler() {
            return Schedulers.newBoundedElastic(2, 500, "dataset");
        }

        @Bean
        RouterFunction<ServerResponse> datasetRoutes(
                KeptFileQueries kept, KnownTools tools, JsonMapper json, Scheduler datasetScheduler) {
            var dataset = new DatasetController(kept, tools, json, datasetScheduler);
            return route().route(read("/dataset/votes"), dataset::days)
                    .route(read("/dataset/{day}/votes/{file}"), dataset::file)
                    .build();
        }

        private static RequestPredicate read(String pattern) {
            return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(pattern));
        }
    }
}
