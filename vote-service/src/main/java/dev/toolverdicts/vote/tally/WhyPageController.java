package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.Pages;
import dev.toolverdicts.vote.web.SitePage;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// `GET /tool/{slug}/votes`: why this number, and what became of the visitor's own vote.
final class WhyPageController {

    /// A server that is frozen neither answers nor refuses. Less than the gateway waits before it asks another copy.
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final KnownTools tools;
    private final WhyQueries queries;
    private final OwnVotes own;
    private final VoterCookie voters;
    private final RecentVotes recent;
    private final WhyPage page;
    private final LastWhys last;
    private final Scheduler scheduler;

    WhyPageController(
            KnownTools tools,
            WhyQueries queries,
            OwnVotes own,
            VoterCookie voters,
            RecentVotes recent,
            WhyPage page,
            LastWhys last,
            Scheduler scheduler) {
        this.tools = tools;
        this.queries = queries;
        this.own = own;
        this.voters = voters;
        this.recent = recent;
        this.page = page;
        this.last = last;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> page(ServerRequest request) {
        return Pages.explained(
                tools.resolve(request.pathVariable("slug"))
                        .flatMap(tool -> Mono.zip(why(tool), own(request, tool))
                                .map(both -> page.of(tool, both.getT1(), both.getT2()))
                                .timeout(SILENCE, Mono.error(() -> new QueryTimeoutException("no word in time")))
                                .onErrorResume(Pages::isOutage, failure -> asItWas(tool, failure)))
                        .flatMap(made -> made.answer(HttpStatus.OK)),
                WhyPage::refused);
    }

    private Mono<Why> why(KnownTool tool) {
        return Mono.fromCallable(() -> queries.of(tool.toolId()))
                .subscribeOn(scheduler)
                .doOnNext(why -> last.keep(tool.toolId(), why));
    }

    /// That a tool is not shown any more is known without the database.
    private Mono<SitePage> asItWas(KnownTool tool, Throwable failure) {
        return last.show(tool.toolId())
                .map(kept -> Mono.just(page.of(tool, kept)))
                .orElseGet(() -> Mono.error(failure));
    }

    private Mono<OwnVote> own(ServerRequest request, KnownTool tool) {
        return Mono.defer(() -> Mono.justOrEmpty(voters.read(request.cookies())))
                .flatMap(voter ->
                        own.find(voter.id(), List.of(tool.toolId()), recent.read(request.cookies(), voter.id())))
                .map(found -> found.getOrDefault(tool.toolId(), OwnVote.NONE))
                .defaultIfEmpty(OwnVote.NONE);
    }
}
