package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.web.Pages;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// A voter's own choices: what is counted, or a later receipt that the counting has not reached.
final class OwnVotes {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final OwnVoteQueries queries;
    private final CountedPositions positions;
    private final Scheduler scheduler;

    OwnVotes(OwnVoteQueries queries, CountedPositions positions, Scheduler scheduler) {
        this.queries = queries;
        this.positions = positions;
        this.scheduler = scheduler;
    }

    Mono<Boolean> awaitCounted(Receipt receipt) {
        return positions.await(receipt.partition(), receipt.offset(), PATIENCE);
    }

    Mono<Map<UUID, OwnVote>> find(UUID voterId, Collection<UUID> tools, Map<UUID, Receipt> receipts) {
        return Mono.fromCallable(() -> queries.find(voterId, tools))
                .subscribeOn(scheduler)
                .map(counted -> {
                    var votes = new HashMap<UUID, OwnVote>();
                    tools.forEach(tool -> votes.put(tool, latest(counted.get(tool), receipts.get(tool))));
                    return votes;
                });
    }

    /// The same, but without the database it still tells what the receipts say; other tools are missing then.
    Mono<Map<UUID, OwnVote>> findAsFarAsKnown(UUID voterId, Collection<UUID> tools, Map<UUID, Receipt> receipts) {
        return find(voterId, tools, receipts)
                .onErrorResume(
                        Pages::isOutage,
                        _ -> Mono.fromSupplier(() -> {
                            var votes = new HashMap<UUID, OwnVote>();
                            receipts.forEach((tool, receipt) -> votes.put(tool, latest(null, receipt)));
                            return votes;
                        }));
    }

    private static OwnVote latest(OwnVoteQueries.@Nullable Counted counted, @Nullable Receipt receipt) {
        if (receipt != null && (counted == null || counted.offset() < receipt.offset())) {
            return OwnVote.sent(receipt.choice());
        }
        return counted == null ? OwnVote.NONE : OwnVote.of(counted.choice(), counted.state(), counted.reason());
    }
}
