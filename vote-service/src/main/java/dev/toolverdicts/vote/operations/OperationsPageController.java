package dev.toolverdicts.vote.operations;

import dev.toolverdicts.platform.operations.DeskPage;
import dev.toolverdicts.platform.operations.OperationsDesk;
import dev.toolverdicts.platform.operations.OperationsPages;
import dev.toolverdicts.platform.operations.OperationsPages.Operator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// `/desk/operations/…`: the same on pages. They know an operator by the token in `Authorization`;
/// signing in with a browser is the gateway's business.
final class OperationsPageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final OperationsPages pages;
    private final OperationsDesk desk;
    private final Scheduler scheduler;

    OperationsPageController(OperationsPages pages, OperationsDesk desk, Scheduler scheduler) {
        this.pages = pages;
        this.desk = desk;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> overview(ServerRequest request) {
        return page(request, pages::overview);
    }

    Mono<ServerResponse> deadLetters(ServerRequest request) {
        return page(request, operator -> pages.deadLetters(OperationsController.query(request), operator));
    }

    Mono<ServerResponse> deadLetter(ServerRequest request) {
        return page(request, operator -> pages.deadLetter(request.pathVariable("id"), operator));
    }

    Mono<ServerResponse> value(ServerRequest request) {
        return Mono.fromCallable(() -> desk.value(request.pathVariable("id")))
                .subscribeOn(scheduler)
                .flatMap(bytes -> ServerResponse.ok()
                        .headers(headers -> headers.setCacheControl("no-store"))
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .bodyValue(bytes));
    }

    Mono<ServerResponse> audit(ServerRequest request) {
        return page(
                request,
                _ -> pages.audit(
                        OperationsController.parameter(request, "limit"),
                        OperationsController.parameter(request, "cursor")));
    }

    Mono<ServerResponse> replay(ServerRequest request) {
        return form(request, (form, operator) -> pages.replay(request.pathVariable("id"), form, operator));
    }

    Mono<ServerResponse> drop(ServerRequest request) {
        return form(request, (form, operator) -> pages.drop(request.pathVariable("id"), form, operator));
    }

    Mono<ServerResponse> note(ServerRequest request) {
        return form(request, (form, operator) -> pages.note(request.pathVariable("id"), form, operator));
    }

    Mono<ServerResponse> replayAll(ServerRequest request) {
        return form(request, pages::replayAll);
    }

    Mono<ServerResponse> dropTicked(ServerRequest request) {
        return form(request, pages::dropTicked);
    }

    Mono<ServerResponse> set(ServerRequest request) {
        return form(request, (form, operator) -> pages.set(request.pathVariable("name"), form, operator));
    }

    Mono<ServerResponse> rebuild(ServerRequest request) {
        return form(request, (form, operator) -> pages.rebuild(request.pathVariable("projection"), form, operator));
    }

    Mono<ServerResponse> abandon(ServerRequest request) {
        return form(request, (form, operator) -> pages.abandon(request.pathVariable("projection"), form, operator));
    }

    private Mono<ServerResponse> form(ServerRequest request, BiFunction<Map<String, String>, Operator, DeskPage> act) {
        return request.formData()
                .flatMap(form -> page(request, operator -> act.apply(form.toSingleValueMap(), operator)));
    }

    private static String secret(ServerRequest request, JwtAuthenticationToken caller) {
        String ofSession = request.headers().firstHeader("X-Form-Key");
        return ofSession == null || ofSession.isEmpty() ? caller.getToken().getTokenValue() : ofSession;
    }

    private Mono<ServerResponse> page(ServerRequest request, Function<Operator, DeskPage> made) {
        return request.principal()
                .cast(JwtAuthenticationToken.class)
                .map(caller -> new Operator(caller.getName(), secret(request, caller)))
                .flatMap(operator ->
                        Mono.fromCallable(() -> made.apply(operator)).subscribeOn(scheduler))
                .flatMap(OperationsPageController::answer);
    }

    private static Mono<ServerResponse> answer(DeskPage page) {
        ServerResponse.BodyBuilder answer = ServerResponse.status(page.status())
                .headers(headers -> headers.setCacheControl("no-store"))
                .header("Content-Security-Policy", DeskPage.LOADS);
        return page.location() == null
                ? answer.contentType(HTML).bodyValue(page.html())
                : answer.location(URI.create(page.location())).build();
    }
}
