package dev.toolverdicts.vote.operations;

import dev.toolverdicts.platform.operations.OperationsDesk;
import dev.toolverdicts.platform.operations.OperationsDesk.Listed;
import dev.toolverdicts.platform.operations.OperationsSettings;
import dev.toolverdicts.platform.operations.Order;
import dev.toolverdicts.vote.web.InvalidInput;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;

/// `/api/v1/operations/…`: what operators read and decide. Who may call this stands in the access rules.
final class OperationsController {

    private final OperationsDesk desk;
    private final OperationsSettings settings;
    private final Scheduler scheduler;

    OperationsController(OperationsDesk desk, OperationsSettings settings, Scheduler scheduler) {
        this.desk = desk;
        this.settings = settings;
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
        return ask(() -> desk.deadLetters(query(request))).flatMap(listed -> listed("/dead-letters", listed));
    }

    Mono<ServerResponse> deadLetter(ServerRequest request) {
        return ask(() -> desk.deadLetter(request.pathVariable("id"))).flatMap(OperationsController::answer);
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
                (order, operator) -> desk.replay(request.pathVariable("id"), order.by(operator), order.value()));
    }

    Mono<ServerResponse> drop(ServerRequest request) {
        return ordered(request, (order, operator) -> desk.drop(request.pathVariable("id"), order.by(operator)));
    }

    Mono<ServerResponse> note(ServerRequest request) {
        return ordered(request, (order, operator) -> desk.note(request.pathVariable("id"), operator, order.note()));
    }

    Mono<ServerResponse> replayAll(ServerRequest request) {
        return ordered(request, desk::replayAll);
    }

    Mono<ServerResponse> switches(ServerRequest request) {
        return ask(desk::switches).flatMap(OperationsController::answer);
    }

    Mono<ServerResponse> set(ServerRequest request) {
        return ordered(
                request,
                (order, operator) -> desk.set(request.pathVariable("name"), order.paused(), order.by(operator)));
    }

    Mono<ServerResponse> audit(ServerRequest request) {
        return ask(() -> desk.audit(parameter(request, "limit"), parameter(request, "cursor")))
                .flatMap(listed -> listed("/audit", listed));
    }

    Mono<ServerResponse> rebuilds(ServerRequest request) {
        return ask(desk::rebuilds).flatMap(OperationsController::answer);
    }

    Mono<ServerResponse> rebuild(ServerRequest request) {
        return ordered(
                request,
                HttpStatus.ACCEPTED,
                (order, operator) -> desk.rebuild(request.pathVariable("projection"), order.by(operator)));
    }

    Mono<ServerResponse> abandon(ServerRequest request) {
        return ordered(
                request, (order, operator) -> desk.abandon(request.pathVariable("projection"), order.by(operator)));
    }

    private Mono<ServerResponse> ordered(ServerRequest request, BiFunction<Order, String, Object> act) {
        return ordered(request, HttpStatus.OK, act);
    }

    private Mono<ServerResponse> ordered(
            ServerRequest request, HttpStatus done, BiFunction<Order, String, Object> act) {
        Mono<Order> order = request.bodyToMono(JsonNode.class)
                .onErrorMap(ServerWebInputException.class, _ -> new InvalidInput("", "is not valid JSON"))
                .switchIfEmpty(Mono.error(() -> new InvalidInput("", "is empty")))
                .map(Order::of);
        Mono<String> operator = request.principal().map(caller -> String.valueOf(caller.getName()));
        return Mono.zip(order, operator)
                .flatMap(both -> ask(() -> act.apply(both.getT1(), both.getT2())))
                .flatMap(body -> with(done).bodyValue(body));
    }

    private <T> Mono<T> ask(Callable<T> question) {
        return Mono.fromCallable(question).subscribeOn(scheduler);
    }

    private <T> Mono<ServerResponse> listed(String path, Listed<T> listed) {
        String next = listed.link(settings.api() + path);
        ServerResponse.BodyBuilder answer = with(HttpStatus.OK);
        if (next != null) {
            answer.header(HttpHeaders.LINK, next);
        }
        return answer.bodyValue(Objects.requireNonNull(listed.body()));
    }

    private static Mono<ServerResponse> answer(Object body) {
        return with(HttpStatus.OK).bodyValue(body);
    }

    private static ServerResponse.BodyBuilder with(HttpStatus status) {
        return ServerResponse.status(status)
                .headers(headers -> headers.setCacheControl("no-store"))
                .contentType(MediaType.APPLICATION_JSON);
    }
}
