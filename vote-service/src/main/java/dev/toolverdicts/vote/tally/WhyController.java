package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.knowntool.KnownTools;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// `GET /api/v1/tools/{slug}/tally/why`: why this number.
final class WhyController {

    private final KnownTools tools;
    private final WhyQueries queries;
    private final Scheduler scheduler;

    WhyController(KnownTools tools, WhyQueries queries, Scheduler scheduler) {
        this.tools = tools;
        this.queries = queries;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> why(ServerRequest request) {
        return tools.resolve(request.pathVariable("slug"))
                .flatMap(tool ->
                        Mono.fromCallable(() -> queries.of(tool.toolId())).subscribeOn(scheduler))
                .flatMap(why -> ServerResponse.ok()
                        .cacheControl(CacheControl.noCache())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(why));
    }
}
