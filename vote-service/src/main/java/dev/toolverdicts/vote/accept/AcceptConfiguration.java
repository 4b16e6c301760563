package dev.toolverdicts.vote.accept;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
@OnRole(Role.ACCEPT)
class AcceptConfiguration {

    private static final Set<HttpMethod> VOTING = Set.of(HttpMethod.PUT, HttpMethod.DELETE);

    @Bean
    LogProducer logProducer(ProducerFactory<?, ?> configured, AcceptSettings settings) {
        return new LogProducer(configured.getConfigurationProperties(), settings, VoteLog.TOPIC);
    }

    @Bean
    VoteLog voteLog(LogProducer producer, EventCodec codec, AcceptSettings settings, MeterRegistry meters) {
        return new VoteLog(producer, codec, settings.inFlight(), meters);
    }

    /// Votes are timed where they are appended; an observation of each request besides would cost more than
    /// it tells.
    @Bean
    ObservationPredicate votesAreNotObservedTwice() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext http
                && http.getCarrier() != null
                && isVote(http.getCarrier()));
    }

    private static boolean isVote(ServerHttpRequest request) {
        return VOTING.contains(request.getMethod());
    }

    @Bean
    RouterFunction<ServerResponse> voteRoutes(VoteController votes, VoteFormController forms) {
        return route().PUT("/api/v1/tools/{slug}/vote", votes::cast)
                .DELETE("/api/v1/tools/{slug}/vote", votes::withdraw)
                .POST("/tool/{slug}/vote", forms::cast)
                .build();
    }
}
