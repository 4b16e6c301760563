package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// A voter's own votes: what is counted, and receipts that counting has not reached.
final class MyVotes {

    private final MyVoteQueries queries;
    private final KnownTools tools;
    private final Scheduler scheduler;

    MyVotes(MyVoteQueries queries, KnownTools tools, Scheduler scheduler) {
        this.queries = queries;
        this.tools = tools;
        this.scheduler = scheduler;
    }

    Mono<List<StoredVote>> stored(UUID voterId) {
        return Mono.fromCallable(() -> queries.of(voterId)).subscribeOn(scheduler);
    }

    Mono<Map<UUID, Instant>> oldestTelling(Collection<UUID> voters) {
        return Mono.fromCallable(() -> queries.oldestTelling(voters)).subscribeOn(scheduler);
    }

    /// The latest first.
    Mono<List<MyVote>> of(UUID voterId, Map<UUID, Receipt> receipts) {
        return stored(voterId).map(stored -> latest(stored, receipts));
    }

    private List<MyVote> latest(List<StoredVote> stored, Map<UUID, Receipt> receipts) {
        var votes = new HashMap<UUID, MyVote>();
        var ahead = new HashMap<>(receipts);
        for (StoredVote vote : stored) {
            Receipt receipt = ahead.get(vote.toolId());
            if (receipt == null || receipt.offset() <= vote.offset()) {
                ahead.remove(vote.toolId());
                votes.put(vote.toolId(), MyVote.of(vote));
            }
        }
        ahead.values().forEach(receipt -> votes.put(receipt.toolId(), MyVote.of(receipt)));
        return votes.values().stream()
                .filter(vote -> vote.choice() != Choice.NONE)
                .map(this::named)
                .sorted(Comparator.comparing(MyVote::castAt).reversed().thenComparing(MyVote::toolId))
                .toList();
    }

    private MyVote named(MyVote vote) {
        return tools.find(vote.toolId())
                .map(tool -> vote.on(tool.slug(), tool.name()))
                .orElse(vote);
    }
}
