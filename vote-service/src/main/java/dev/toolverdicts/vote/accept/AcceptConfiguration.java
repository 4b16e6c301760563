package dev.toolverdicts.vote.accept;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.shortway.Shortcut;
import dev.toolverdicts.platform.shortway.UnderWay;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.VoterCookie;
import java.time.Clock;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@OnRole(Role.ACCEPT)
class AcceptConfiguration {

    @Bean
    UnderWay votesUnderWay() {
        return new UnderWay();
    }

    @Bean
    NettyServerCustomizer shortWayForVotes(PlainVotes votes) {
        return server -> server.doOnChannelInit((_, channel, _) -> Shortcut.add(channel.pipeline(), votes));
    }

    @Bean
    AcceptWarmUp acceptWarmUp(
            HttpHandler handler,
            PlainVotes votes,
            EventCodec codec,
            VoterCookie voters,
            VoteAnswer answer,
            Clock clock) {
        return new AcceptWarmUp(handler, votes, codec, voters, answer, clock);
    }

    @Bean
    RouterFunction<ServerResponse> voteRoutes(VoteController votes, VoteFormController forms) {
        return route().PUT("/api/v1/tools/{slug}/vote", answering(votes::cast))
                .DELETE("/api/v1/tools/{slug}/vote", answering(votes::withdraw))
                .POST("/tool/{slug}/vote", forms::cast)
                .build();
    }

    private interface Answer {
        Mono<Void> write(String slug, ServerHttpRequest request, ServerHttpResponse response);
    }

    private static HandlerFunction<ServerResponse> answering(Answer answer) {
        return request -> ServerResponse.accepted()
                .build((exchange, _) ->
                        answer.write(request.pathVariable("slug"), exchange.getRequest(), exchange.getResponse()));
    }
}
