package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.duel.Duels;
import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// A voter's own ballots on two tools.
final class MyDuels {

    private final Duels duels;
    private final KnownTools tools;
    private final Scheduler scheduler;

    MyDuels(Duels duels, KnownTools tools, Scheduler scheduler) {
        this.duels = duels;
        this.tools = tools;
        this.scheduler = scheduler;
    }

    /// The latest first.
    Mono<List<MyDuel>> of(UUID voterId) {
        return Mono.fromCallable(() -> duels.of(voterId))
                .subscribeOn(scheduler)
                .map(stored -> stored.stream()
                        .map(duel -> new MyDuel(side(duel.toolA()), side(duel.toolB()), duel.winner(), duel.castAt()))
                        .toList());
    }

    private MyDuel.Side side(UUID toolId) {
        return tools.find(toolId)
                .map(KnownTool::slug)
                .flatMap(tools::find)
                .map(tool -> new MyDuel.Side(toolId, tool.slug(), tool.name()))
                .orElseGet(() -> new MyDuel.Side(toolId, null, null));
    }
}
