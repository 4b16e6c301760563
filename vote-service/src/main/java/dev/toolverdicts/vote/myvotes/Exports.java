package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.voter.Voter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Puts together what a voter takes along.
final class Exports {

    private final MyVotes votes;
    private final MyDuels duels;
    private final MyVoices voices;
    private final KnownTools tools;
    private final Clock clock;

    Exports(MyVotes votes, MyDuels duels, MyVoices voices, KnownTools tools, Clock clock) {
        this.votes = votes;
        this.duels = duels;
        this.voices = voices;
        this.tools = tools;
        this.clock = clock;
    }

    Mono<Export> of(Optional<Voter> voter) {
        return Mono.justOrEmpty(voter)
                .flatMap(it -> Mono.zip(votes.stored(it.id()), duels.of(it.id()), voices.of(it.id()))
                        .map(all -> of(it, all.getT1(), all.getT2(), all.getT3())))
                .defaultIfEmpty(new Export(null, List.of(), List.of(), List.of(), clock.instant()));
    }

    private Export of(Voter voter, List<StoredVote> stored, List<MyDuel> chosen, List<MyVoice> said) {
        return new Export(
                voter.id(),
                stored.stream()
                        .map(vote -> Export.Vote.of(
                                vote,
                                tools.find(vote.toolId()).map(KnownTool::slug).orElse(null)))
                        .toList(),
                chosen,
                said,
                clock.instant());
    }
}
