package dev.toolverdicts.vote.tally;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.messaging.TopicTail;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.ContactSettings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@OnRole(Role.QUERY)
class TallyConfiguration {

    private static final int DATABASE_THREADS = 3;
    private static final int MOST_QUEUED = 1_000;

    @Bean
    TallyBoard tallyBoard(ConsumerFactory<String, byte[]> consumers, EventCodec codec) {
        return new TallyBoard(consumers, codec);
    }

    @Bean
    TopicTail tallyTail(TallyBoard board) {
        return board.tail();
    }

    @Bean
    HealthIndicator talliesHealthIndicator(TallyBoard board) {
        return () -> board.tail().caughtUp()
                ? Health.up().build()
                : Health.outOfService().build();
    }

    @Bean
    TallyStream tallyStream(TallyBoard board, StreamSettings settings) {
        return new TallyStream(board, settings);
    }

    @Bean
    MeterBinder streamReaders(TallyStream stream) {
        return registry -> Gauge.builder("vote.stream.readers", stream, TallyStream::readers)
                .description("Open streams of live tallies")
                .register(registry);
    }

    /// The database is asked on these few threads only, never on an event loop; what does not fit in is
    /// turned away.
    @Bean(destroyMethod = "dispose")
    Scheduler ownVoteScheduler() {
        return Schedulers.newBoundedElastic(DATABASE_THREADS, MOST_QUEUED, "own-votes");
    }

    @Bean
    OwnVotes ownVotes(JdbcClient jdbc, Scheduler ownVoteScheduler) {
        var queries = new OwnVoteQueries(jdbc);
        return new OwnVotes(queries, new CountedPositions(queries::nextOffsets, ownVoteScheduler), ownVoteScheduler);
    }

    @Bean
    RouterFunction<ServerResponse> tallyRoutes(TallyController tallies, OwnVoteController votes) {
        return route().route(read("/api/v1/tools/{slug}/tally"), tallies::tally)
                .route(read("/api/v1/tools/{slug}/vote"), votes::one)
                .route(read("/api/v1/votes"), votes::many)
                .GET("/api/v1/tallies/stream", tallies::stream)
                .build();
    }

    @Bean
    LastWhys lastWhys(Clock clock) {
        return new LastWhys(clock);
    }

    @Bean
    MeterBinder lastWhysShown(LastWhys whys) {
        return registry -> FunctionCounter.builder("web.last.known.shown", whys, LastWhys::shown)
                .description("pages shown as they were, since they could not be made")
                .register(registry);
    }

    @Bean
    RouterFunction<ServerResponse> whyRoutes(
            KnownTools tools,
            JdbcClient jdbc,
            OwnVotes own,
            VoterCookie voters,
            RecentVotes recent,
            ContactSettings contact,
            JsonMapper json,
            LastWhys lastWhys,
            Scheduler ownVoteScheduler) {
        var queries = new WhyQueries(jdbc);
        var why = new WhyController(tools, queries, json, ownVoteScheduler);
        var page = new WhyPageController(
                tools, queries, own, voters, recent, new WhyPage(contact.address()), lastWhys, ownVoteScheduler);
        return route().route(read("/api/v1/tools/{slug}/tally/why"), why::why)
                .route(read("/tool/{slug}/votes"), page::page)
                .build();
    }

    private static RequestPredicate read(String pattern) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(pattern));
    }
}
