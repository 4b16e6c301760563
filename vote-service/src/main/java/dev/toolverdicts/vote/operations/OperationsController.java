package dev.toolverdicts.vote.operations;

import dev.toolverdicts.platform.operations.OperationsDesk;
import dev.toolverdicts.platform.operations.OperationsDesk.AuditList;
import dev.toolverdicts.platform.operations.OperationsDesk.LetterList;
import dev.toolverdicts.platform.operations.OperationsDesk.Listed;
import dev.toolverdicts.platform.operations.OperationsSettings;
import dev.toolverdicts.platform.operations.Order;
import dev.toolverdicts.vote.web.ContentTag;
import dev.toolverdicts.vote.web.InvalidInput;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/api/v1/operations/…`: what operators read and decide. Who may call this stands in the access rules.
final class OperationsController {

    private final OperationsDesk desk;
    private final OperationsSettings settings;
    private final JsonMapper json;
    private final Scheduler scheduler;

    OperationsController(OperationsDesk desk, OperationsSettings settings, JsonMapper json, Scheduler scheduler) {
        this.desk = desk;
        this.settings = settings;
        this.json = json;
        this.scheduler = scheduler;
    }

    /// What a list is asked for by.
    static OperationsDesk.Query query(ServerRequest request) {
        return new OperationsDesk.Query(
                parameter(request, "state"),
                parameter(request, "consumer"),
                parameter(request, "topic"),
                parameter(request, "limit"),
                parameter(request, "cursor"));
    }

    static @Nullable String parameter(ServerRequest request, String name) {
        return request.queryParam(name).orElse(null);
    }

    Mono<ServerResponse> deadLetters(ServerRequest request) {
        return ask(() -> desk.deadLetters(query(request)))
                .flatMap(listed -> listed(request, "/dead-letters", listed, LetterList::deadLetters));
    }

    Mono<ServerResponse> deadLetter(ServerRequest request) {
        return ask(() -> desk.deadLetter(request.pathVariable("id")))
                .flatMap(read -> read(request, read.letter(), read, null));
    }

    Mono<ServerResponse> value(ServerRequest request) {
        return ask(() -> desk.value(request.pathVariable("id")))
                .flatMap(bytes -> ServerResponse.ok()
                        .headers(headers -> headers.setCacheControl("no-store"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dead-letter.bin\"")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .bodyValue(bytes));
    }

    Mono<ServerResponse> replay(ServerRequest request) {
        return ordered(
                request,
                Order.Kind.REPLAY,
                (order, operator) -> desk.replay(request.pathVariable("id"), order.by(operator), order.value()));
    }

    Mono<ServerResponse> drop(ServerRequest request) {
        return ordered(
                request,
                Order.Kind.DECISION,
                (order, operator) -> desk.drop(request.pathVariable("id"), order.by(operator)));
    }

    Mono<ServerResponse> note(ServerRequest request) {
        return ordered(
                request,
                Order.Kind.NOTE,
                (order, operator) -> desk.note(request.pathVariable("id"), operator, order.note()));
    }

    Mono<ServerResponse> replayAll(ServerRequest request) {
        return ordered(request, Order.Kind.MANY, desk::replayAll);
    }

    Mono<ServerResponse> dropAll(ServerRequest request) {
        return ordered(request, Order.Kind.MANY, desk::dropAll);
    }

    Mono<ServerResponse> switches(ServerRequest request) {
        return ask(desk::switches).flatMap(list -> read(request, list.switches(), list, null));
    }

    Mono<ServerResponse> set(ServerRequest request) {
        return ordered(
                request,
                Order.Kind.SWITCH,
                (order, operator) -> desk.set(request.pathVariable("name"), order.paused(), order.by(operator)));
    }

    Mono<ServerResponse> audit(ServerRequest request) {
        return ask(() -> desk.audit(parameter(request, "limit"), parameter(request, "cursor")))
                .flatMap(listed -> listed(request, "/audit", listed, AuditList::entries));
    }

    Mono<ServerResponse> rebuilds(ServerRequest request) {
        return ask(desk::rebuilds).flatMap(list -> read(request, list.rebuilds(), list, null));
    }

    Mono<ServerResponse> rebuild(ServerRequest request) {
        return ordered(
                request,
                Order.Kind.DECISION,
                HttpStatus.ACCEPTED,
                (order, operator) -> desk.rebuild(request.pathVariable("projection"), order.by(operator)));
    }

    Mono<ServerResponse> abandon(ServerRequest request) {
        return ordered(
                request,
                Order.Kind.DECISION,
                (order, operator) -> desk.abandon(request.pathVariable("projection"), order.by(operator)));
    }

    private Mono<ServerResponse> ordered(
            ServerRequest request, Order.Kind kind, BiFunction<Order, String, Object> act) {
        return ordered(request, kind, HttpStatus.OK, act);
    }

    private Mono<ServerResponse> ordered(
            ServerRequest request, Order.Kind kind, HttpStatus done, BiFunction<Order, String, Object> act) {
        Mono<Order> order = request.bodyToMono(JsonNode.class)
                .onErrorMap(ServerWebInputException.class, _ -> new InvalidInput("", "is not valid JSON"))
                .switchIfEmpty(Mono.error(() -> new InvalidInput("", "is empty")))
                .map(body -> Order.of(kind, body));
        Mono<String> operator = request.principal().map(caller -> String.valueOf(caller.getName()));
        return Mono.zip(order, operator)
                .flatMap(both -> ask(() -> act.apply(both.getT1(), both.getT2())))
                .flatMap(body -> ServerResponse.status(done)
                        .headers(headers -> headers.setCacheControl("no-store"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body));
    }

    private <T> Mono<T> ask(Callable<T> question) {
        return Mono.fromCallable(question).subscribeOn(scheduler);
    }

    private <T> Mono<ServerResponse> listed(
            ServerRequest request, String path, Listed<T> listed, Function<T, Object> content) {
        T body = Objects.requireNonNull(listed.body());
        return read(request, content.apply(body), body, listed.link(settings.api() + path));
    }

    /// @param content what the tag stands for: the body without the time of this answer
    private Mono<ServerResponse> read(ServerRequest request, Object content, Object body, @Nullable String link) {
        String tag = ContentTag.of(json.writeValueAsBytes(content));
        return request.checkNotModified(tag)
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .eTag(tag)
                        .cacheControl(CacheControl.noCache())
                        .headers(headers -> {
                            if (link != null) {
                                headers.set(HttpHeaders.LINK, link);
                            }
                        })
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)));
    }
}
