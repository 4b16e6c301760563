package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.web.Pages;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// A visitor's own ballots, straight from where they are stored: what was answered is seen by the next
/// read, at whichever copy.
public final class OwnDuels {

    private final Meetings meetings;
    private final DuelQueries queries;
    private final Scheduler scheduler;

    OwnDuels(Meetings meetings, DuelQueries queries, Scheduler scheduler) {
        this.meetings = meetings;
        this.queries = queries;
        this.scheduler = scheduler;
    }

    /// For pages, which go without where it cannot be told just now.
    public Mono<OwnDuel> asFarAsKnown(UUID voterId, String pair) {
        return Mono.justOrEmpty(meetings.find(pair))
                .flatMap(met -> find(voterId, met))
                .onErrorComplete(Pages::isOutage);
    }

    Mono<OwnDuel> find(UUID voterId, Met met) {
        return Mono.fromCallable(() -> {
                    Pair pair = met.pair();
                    DuelState state = queries.state(pair).orElseGet(() -> DuelState.none(pair, Instant.EPOCH));
                    return met.own(queries.choice(voterId, pair).orElse(null), state);
                })
                .subscribeOn(scheduler);
    }
}
