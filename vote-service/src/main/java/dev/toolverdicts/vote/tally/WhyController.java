package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.web.ContentTag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/// `GET /api/v1/tools/{slug}/tally/why`: why this number.
final class WhyController {

    private final KnownTools tools;
    private final WhyQueries queries;
    private final JsonMapper json;
    private final Scheduler scheduler;

    WhyController(KnownTools tools, WhyQueries queries, JsonMapper json, Scheduler scheduler) {
        this.tools = tools;
        this.queries = queries;
        this.json = json;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> why(ServerRequest request) {
        return tools.resolve(request.pathVariable("slug"))
                .flatMap(tool -> Mono.fromCallable(
                                () -> queries.of(tool.toolId()).orAsOf(tool.createdAt()))
                        .subscribeOn(scheduler))
                .flatMap(why -> ContentTag.answer(
                        request, json.writeValueAsBytes(why), MediaType.APPLICATION_JSON, CacheControl.noCache()));
    }
}
