package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.platform.operations.DeskPage;
import dev.toolverdicts.vote.voice.ReasonState;
import dev.toolverdicts.vote.web.Pages;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// `/desk/votes/reasons…`: what voters wrote, and whether everybody may read it.
final class ReasonDeskController {

    private final ReasonPages pages;
    private final Scheduler scheduler;

    ReasonDeskController(ReasonPages pages, Scheduler scheduler) {
        this.pages = pages;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        ReasonState state = ReasonPages.state(request.queryParam("state").orElse(null));
        Paging paging = Paging.of(request);
        return page(request, moderator -> pages.list(state, paging, moderator));
    }

    Mono<ServerResponse> decide(ServerRequest request) {
        long number = number(request.pathVariable("number"));
        return Pages.form(request).flatMap(form -> page(request, moderator -> pages.decide(number, form, moderator)));
    }

    /// What is no number is nobody's reason, like one that was taken back.
    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            throw new ReasonChanged();
        }
    }

    private Mono<ServerResponse> page(ServerRequest request, Function<Moderator, DeskPage> made) {
        return HoldDeskController.page(request, scheduler, made);
    }
}
