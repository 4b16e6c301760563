package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.web.InvalidInput;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;

/// `/api/v1/moderation/…`: what is held, and rulings on it. Who may call this stands in the access rules.
final class ModerationController {

    static final UUID FIRST = new UUID(0, 0);

    private final KnownTools tools;
    private final HoldQueries holds;
    private final ModerationService service;
    private final Scheduler scheduler;

    ModerationController(KnownTools tools, HoldQueries holds, ModerationService service, Scheduler scheduler) {
        this.tools = tools;
        this.holds = holds;
        this.service = service;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> groups(ServerRequest request) {
        Paging paging = Paging.of(request);
        HoldCursor after = paging.cursor().map(HoldCursor::parse).orElse(HoldCursor.START);
        return ask(() -> {
                    List<Hold> found = holds.groups(after, paging.limit() + 1).stream()
                            .map(row -> row.at(tools.find(row.toolId())
                                    .map(KnownTool::slug)
                                    .orElse(null)))
                            .toList();
                    return paging.page(found, HoldCursor::of);
                })
                .flatMap(ModerationController::answer);
    }

    Mono<ServerResponse> votes(ServerRequest request) {
        Paging paging = Paging.of(request);
        UUID after = paging.cursor().map(ModerationController::voter).orElse(FIRST);
        return tools.resolveAlsoTakenDown(request.pathVariable("slug"))
                .flatMap(tool -> ask(() -> paging.page(
                        holds.votes(tool.toolId(), after, paging.limit() + 1),
                        vote -> vote.voterId().toString())))
                .flatMap(ModerationController::answer);
    }

    static UUID voter(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw Paging.foreign();
        }
    }

    Mono<ServerResponse> rule(ServerRequest request) {
        Mono<RulingOrder> order = request.bodyToMono(JsonNode.class)
                .onErrorMap(ServerWebInputException.class, _ -> new InvalidInput("", "is not valid JSON"))
                .switchIfEmpty(Mono.error(() -> new InvalidInput("", "is empty")))
                .map(RulingBody::read);
        Mono<String> moderator = request.principal().map(caller -> String.valueOf(caller.getName()));
        return Mono.zip(order, moderator)
                .flatMap(both -> tools.resolveAlsoTakenDown(both.getT1().tool())
                        .flatMap(tool -> ask(() -> service.rule(tool.toolId(), both.getT1(), both.getT2()))))
                .flatMap(outcome -> ServerResponse.accepted()
                        .headers(headers -> headers.setCacheControl("no-store"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(outcome));
    }

    private <T> Mono<T> ask(Callable<T> question) {
        return Mono.fromCallable(question).subscribeOn(scheduler);
    }

    private static Mono<ServerResponse> answer(Object body) {
        return ServerResponse.ok()
                .headers(headers -> headers.setCacheControl("private, no-store"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }
}
