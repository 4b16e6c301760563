package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.web.Pages;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// What a voter has said themselves, straight from where it is stored.
public final class OwnVoices {

    private final Voices voices;
    private final VoiceQueries queries;
    private final Scheduler scheduler;

    OwnVoices(Voices voices, VoiceQueries queries, Scheduler scheduler) {
        this.voices = voices;
        this.queries = queries;
        this.scheduler = scheduler;
    }

    /// For pages, which go without where it cannot be told just now. What was not said is not in it.
    ///
    /// @param votes the voter's latest that stand, by tool
    public Mono<Map<UUID, OwnVoice>> asFarAsKnown(UUID voterId, Map<UUID, Choice> votes) {
        return Mono.fromCallable(() -> queries.own(voterId, votes))
                .subscribeOn(scheduler)
                .onErrorReturn(Pages::isOutage, Map.of());
    }

    /// @param receipt of a vote that counting may not have reached; null for none
    Mono<OwnVoice> find(UUID voterId, UUID toolId, @Nullable Receipt receipt) {
        return Mono.fromCallable(() -> {
                    Ballot ballot = ballot(voterId, toolId, receipt);
                    // Withdrawn with its vote, if not yet deleted.
                    return ballot == null || !ballot.stands()
                            ? OwnVoice.NONE
                            : queries.own(voterId, Map.of(toolId, ballot.choice()))
                                    .getOrDefault(toolId, OwnVoice.NONE);
                })
                .subscribeOn(scheduler);
    }

    Mono<OwnVoice> give(UUID voterId, UUID toolId, Said said, @Nullable Receipt receipt) {
        return Mono.fromCallable(() -> voices.give(voterId, toolId, said, ballot(voterId, toolId, receipt)))
                .subscribeOn(scheduler);
    }

    private @Nullable Ballot ballot(UUID voterId, UUID toolId, @Nullable Receipt receipt) {
        return Ballot.latest(queries.ballot(voterId, toolId).orElse(null), receipt);
    }
}
