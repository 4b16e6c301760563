package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.platform.operations.DeskPage;
import dev.toolverdicts.vote.knowntool.ToolNotFound;
import dev.toolverdicts.vote.ruling.RulingKind;
import dev.toolverdicts.vote.web.InvalidInput;
import dev.toolverdicts.vote.web.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// `/desk/votes…`: moderation on pages. They know a moderator by the token in `Authorization`;
/// signing in with a browser is the gateway's business.
final class HoldDeskController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /// What a form does on a page of some votes.
    private interface Act {
        DeskPage of(HoldPages.Of votes, MultiValueMap<String, String> form, Moderator moderator);
    }

    private final HoldPages pages;
    private final Scheduler scheduler;

    HoldDeskController(HoldPages pages, Scheduler scheduler) {
        this.pages = pages;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        RulingKind state = state(request.queryParam("state").orElse(null));
        Paging paging = Paging.of(request);
        return page(request, moderator -> pages.list(state, paging, moderator));
    }

    Mono<ServerResponse> decisions(ServerRequest request) {
        Paging paging = Paging.of(request);
        return page(request, _ -> pages.decisions(paging));
    }

    Mono<ServerResponse> group(ServerRequest request) {
        HoldPages.Of votes = votes(request, request.queryParam("state").orElse(null));
        Paging paging = Paging.of(request);
        return page(request, moderator -> pages.group(votes, paging, moderator));
    }

    Mono<ServerResponse> claim(ServerRequest request) {
        return form(request, pages::claim);
    }

    Mono<ServerResponse> release(ServerRequest request) {
        return form(request, pages::release);
    }

    Mono<ServerResponse> decide(ServerRequest request) {
        return form(request, pages::decide);
    }

    private static HoldPages.Of votes(ServerRequest request, @Nullable String state) {
        String tool = request.pathVariable("tool");
        String reason = request.pathVariable("reason");
        if (!RulingBody.ID.matcher(tool).matches()
                || !RulingBody.CODE.matcher(reason).matches()) {
            throw new ToolNotFound();
        }
        return new HoldPages.Of(UUID.fromString(tool), reason, state(state));
    }

    private static RulingKind state(@Nullable String word) {
        return word == null
                ? RulingKind.HELD
                : RulingKind.of(word)
                        .filter(kind -> kind != RulingKind.RESTORED)
                        .orElseThrow(() -> new InvalidInput("/state", "must be held or discarded"));
    }

    private Mono<ServerResponse> form(ServerRequest request, Act act) {
        return Pages.form(request)
                .flatMap(form ->
                        page(request, moderator -> act.of(votes(request, form.getFirst("state")), form, moderator)));
    }

    private static String secret(ServerRequest request, JwtAuthenticationToken caller) {
        String ofSession = request.headers().firstHeader("X-Form-Key");
        return ofSession == null || ofSession.isEmpty() ? caller.getToken().getTokenValue() : ofSession;
    }

    private Mono<ServerResponse> page(ServerRequest request, Function<Moderator, DeskPage> made) {
        return page(request, scheduler, made);
    }

    static Mono<ServerResponse> page(ServerRequest request, Scheduler scheduler, Function<Moderator, DeskPage> made) {
        return request.principal()
                .cast(JwtAuthenticationToken.class)
                .map(caller -> new Moderator(caller.getName(), secret(request, caller)))
                .flatMap(moderator ->
                        Mono.fromCallable(() -> made.apply(moderator)).subscribeOn(scheduler))
                .flatMap(HoldDeskController::answer);
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
