package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// `GET /api/v1/tools/{slug}/tally` and `GET /api/v1/tallies/stream`: from memory, no database.
@Component
@OnRole(Role.QUERY)
final class TallyController {

    private final KnownTools tools;
    private final TallyBoard board;
    private final TallyStream stream;
    private final StreamSettings settings;

    TallyController(KnownTools tools, TallyBoard board, TallyStream stream, StreamSettings settings) {
        this.tools = tools;
        this.board = board;
        this.stream = stream;
        this.settings = settings;
    }

    Mono<ServerResponse> tally(ServerRequest request) {
        return tools.resolve(request.pathVariable("slug")).flatMap(tool -> {
            Standing standing = board.of(tool);
            String tag = "\"%s-%d\"".formatted(tool.toolId(), standing.version());
            return request.checkNotModified(tag)
                    .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                            .eTag(tag)
                            .cacheControl(CacheControl.noCache())
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(TallyView.of(standing))));
        });
    }

    Mono<ServerResponse> stream(ServerRequest request) {
        return Flux.fromIterable(SlugList.of(request, settings.tools()))
                .flatMapSequential(slug -> tools.resolve(slug).map(tool -> new Followed(slug, tool)))
                .collectList()
                .flatMap(followed -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(BodyInserters.fromServerSentEvents(
                                stream.open(followed, request.headers().firstHeader("Last-Event-ID")))));
    }
}
