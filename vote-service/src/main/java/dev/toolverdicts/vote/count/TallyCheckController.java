package dev.toolverdicts.vote.count;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// `GET /api/v1/votes/check`: the operator's question whether every tally is right.
final class TallyCheckController {

    private final TallyCheck check;

    TallyCheckController(TallyCheck check) {
        this.check = check;
    }

    Mono<ServerResponse> check(ServerRequest request) {
        return Mono.fromCallable(check::run)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(outcome -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .headers(headers -> headers.setCacheControl("no-store"))
                        .bodyValue(outcome));
    }
}
