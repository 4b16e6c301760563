package dev.toolverdicts.vote.email;

import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Voter;
import java.time.Clock;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// The part of the voter's own page that is about their address; nothing where no mail can be sent.
public final class EmailSection {

    private final EmailService service;
    private final FormToken tokens;
    private final boolean offered;
    private final Scheduler scheduler;
    private final Clock clock;

    EmailSection(EmailService service, FormToken tokens, boolean offered, Scheduler scheduler, Clock clock) {
        this.service = service;
        this.tokens = tokens;
        this.offered = offered;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public Mono<String> of(Voter voter) {
        return offered
                ? Mono.fromCallable(() -> EmailPage.section(
                                service.validFrom(voter.id()), clock.instant(), tokens.of(voter.id())))
                        .subscribeOn(scheduler)
                : Mono.just("");
    }
}
