package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.accept.Withdrawals;
import dev.toolverdicts.vote.duel.Duels;
import dev.toolverdicts.vote.duel.StoredDuel;
import dev.toolverdicts.vote.ruling.Rulings;
import dev.toolverdicts.vote.voice.StoredVoice;
import dev.toolverdicts.vote.voice.Voices;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Voter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Deletes all votes of a voter through the log: a withdrawal for each, so that tallies move and
/// counting the log again ends the same; and in the database what no log has: ballots on two tools,
/// and what was said with votes. Every step may be repeated, so a request that broke off is simply
/// sent again.
final class VoteDeletion {

    private static final Logger log = LoggerFactory.getLogger(VoteDeletion.class);
    /// With the log's own word, which takes 2.5 s at most, less than the gateway waits for an answer.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int AT_ONCE = 64;

    private final MyVotes votes;
    private final Duels duels;
    private final Voices voices;
    private final Counting counting;
    private final Withdrawals withdrawals;
    private final Rulings rulings;
    private final DeletionRepository deletions;
    private final DeletionList list;
    private final TransactionTemplate transactions;
    private final Scheduler scheduler;
    private final Clock clock;

    VoteDeletion(
            MyVotes votes,
            Duels duels,
            Voices voices,
            Counting counting,
            Withdrawals withdrawals,
            Rulings rulings,
            DeletionRepository deletions,
            DeletionList list,
            TransactionTemplate transactions,
            Scheduler scheduler,
            Clock clock) {
        this.votes = votes;
        this.duels = duels;
        this.voices = voices;
        this.counting = counting;
        this.withdrawals = withdrawals;
        this.rulings = rulings;
        this.deletions = deletions;
        this.list = list;
        this.transactions = transactions;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// @return the withdrawals' receipts once they are durable; [CountingBehind] when not all
    ///     votes are known yet
    Mono<List<Receipt>> deleteAll(Voter voter) {
        return counted()
                .then(Mono.defer(() -> withdraw(voter)))
                .flatMap(receipts -> forget(voter, Instant.MAX, after(receipts)).thenReturn(receipts));
    }

    /// @param asked who has asked for a deletion, and when
    /// @return of these, whose votes have come back, once all that the log holds now is counted;
    ///     [CountingBehind] before
    Mono<Map<UUID, Instant>> back(Map<UUID, Instant> asked) {
        return counted()
                .then(Mono.defer(() -> votes.oldestTelling(asked.keySet())))
                .publishOn(scheduler)
                .map(oldest ->
                        back(asked, List.of(oldest, duels.oldest(asked.keySet()), voices.oldest(asked.keySet()))));
    }

    private static Map<UUID, Instant> back(Map<UUID, Instant> asked, List<Map<UUID, Instant>> oldest) {
        return asked.entrySet().stream()
                .filter(each -> oldest.stream().anyMatch(of -> isBack(each, of)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isBack(Map.Entry<UUID, Instant> asked, Map<UUID, Instant> oldest) {
        return !oldest.getOrDefault(asked.getKey(), Instant.MAX).isAfter(asked.getValue());
    }

    /// Deletes for somebody who asked for it before what has come back since. What they have cast since
    /// stays, and they are not listed again: a later moment on the list would take that away next time.
    ///
    /// @param asked when
    /// @return whether there was something to delete
    Mono<Boolean> deleteAgain(UUID voterId, Instant asked) {
        var voter = new Voter(voterId, asked, Optional.empty(), Optional.empty());
        return kept(voterId)
                .map(kept -> kept.until(asked))
                .filter(kept -> !kept.isEmpty())
                .flatMap(kept -> withdraw(kept, voter))
                .flatMap(receipts -> forget(voter, asked, after(receipts)).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> counted() {
        return counting.await(PATIENCE).filter(Predicate.isEqual(true)).switchIfEmpty(Mono.error(CountingBehind::new));
    }

    /// What there is to delete.
    private record Kept(List<StoredVote> votes, List<StoredDuel> duels, List<StoredVoice> voices) {

        boolean isEmpty() {
            return votes.isEmpty() && duels.isEmpty() && voices.isEmpty();
        }

        Kept until(Instant moment) {
            return new Kept(
                    votes.stream()
                            .filter(vote -> !vote.castAt().isAfter(moment))
                            .toList(),
                    duels.stream()
                            .filter(duel -> !duel.castAt().isAfter(moment))
                            .toList(),
                    voices.stream()
                            .filter(voice -> !voice.givenAt().isAfter(moment))
                            .toList());
        }
    }

    private Mono<Kept> kept(UUID voterId) {
        return votes.stored(voterId)
                .map(stored ->
                        stored.stream().filter(StoredVote::saysMoreThanItsEnd).toList())
                .publishOn(scheduler)
                .map(telling -> new Kept(telling, duels.of(voterId), voices.of(voterId)));
    }

    /// Listed before anything is withdrawn: what is not on the list could come back.
    private Mono<List<Receipt>> withdraw(Voter voter) {
        return kept(voter.id())
                .doOnNext(kept -> {
                    if (!kept.isEmpty()) {
                        list.add(voter.id(), clock.instant());
                    }
                })
                .flatMap(kept -> withdraw(kept, voter));
    }

    private Mono<List<Receipt>> withdraw(Kept kept, Voter voter) {
        return Flux.fromIterable(kept.votes())
                .flatMap(vote -> withdrawals.withdraw(vote.toolId(), voter, clock.instant()), AT_ONCE)
                .collectList();
    }

    /// The next page should not show the votes any more; when it still does, it says why.
    ///
    /// @param until nothing that was said or chosen between two tools after it goes
    private Mono<Void> forget(Voter voter, Instant until, Map<Integer, Long> withdrawn) {
        return counting.await(withdrawn, PATIENCE)
                .publishOn(scheduler)
                .doOnNext(counted -> {
                    duels.deleteAll(voter.id(), until);
                    voices.deleteAll(voter.id(), until);
                    transactions.executeWithoutResult(_ -> {
                        rulings.forget(voter.id(), clock.instant());
                        deletions.add(voter.id(), counted ? Map.of() : withdrawn);
                    });
                    log.info("votes deleted by their voter counted={}", counted);
                })
                .then();
    }

    private static Map<Integer, Long> after(List<Receipt> receipts) {
        return receipts.stream()
                .collect(Collectors.toMap(Receipt::partition, receipt -> receipt.offset() + 1, Math::max));
    }
}
