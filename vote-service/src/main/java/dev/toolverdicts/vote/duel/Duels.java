package dev.toolverdicts.vote.duel;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes ballots: the ballot, the pair's counts and the event that tells them are one transaction. What is
/// answered is stored, and repeating it changes nothing.
public final class Duels implements PublishedState {

    static final String TOPIC = "vote.duel.v1";
    static final String TYPE = "dev.toolverdicts.duel.state";

    private final DuelRepository duels;
    private final DuelQueries queries;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Duels(DuelRepository duels, DuelQueries queries, Outbox outbox, TransactionTemplate transactions, Clock clock) {
        this.duels = duels;
        this.queries = queries;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param winner null takes the ballot back
    /// @return how the pair stands then
    DuelState choose(UUID voterId, Pair pair, @Nullable Winner winner) {
        Instant now = now();
        return Objects.requireNonNull(transactions.execute(_ -> {
            DuelState before = winner == null
                    ? duels.lock(pair).orElseGet(() -> DuelState.none(pair, now))
                    : duels.lockOrAdd(pair, now);
            return change(voterId, before, winner, now);
        }));
    }

    private DuelState change(UUID voterId, DuelState before, @Nullable Winner winner, Instant now) {
        Winner had = queries.choice(voterId, before.pair()).orElse(null);
        if (had == winner) {
            return before;
        }
        if (winner == null) {
            duels.remove(voterId, before.pair());
        } else {
            duels.put(voterId, before.pair(), winner, now);
        }
        DuelState after = before.changed(had, winner, now);
        duels.save(after);
        outbox.append(event(after));
        return after;
    }

    /// Deletes all ballots of a voter that were cast until then, and the pairs' counts go without them.
    public void deleteAll(UUID voterId, Instant until) {
        Instant now = now();
        transactions.executeWithoutResult(_ -> {
            List<DuelState> locked = duels.lock(pairs(voterId, until));
            // What was cast anew until its pair was locked stays.
            Set<Pair> old = Set.copyOf(pairs(voterId, until));
            locked.stream()
                    .filter(state -> old.contains(state.pair()))
                    .forEach(state -> change(voterId, state, null, now));
        });
    }

    private List<Pair> pairs(UUID voterId, Instant until) {
        return of(voterId).stream()
                .filter(duel -> !duel.castAt().isAfter(until))
                .map(duel -> new Pair(duel.toolA(), duel.toolB()))
                .toList();
    }

    /// All of a voter's, the latest first.
    public List<StoredDuel> of(UUID voterId) {
        return queries.of(voterId);
    }

    /// @return of these voters those who have a ballot, and when their oldest was cast
    public Map<UUID, Instant> oldest(Collection<UUID> voters) {
        return queries.oldest(voters);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Event event(DuelState state) {
        return new Event(TOPIC, state.pair().key(), TYPE, state.version(), state);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Map<String, Long> versions() {
        return queries.versions();
    }

    @Override
    public void append(Collection<String> keys) {
        transactions.executeWithoutResult(
                _ -> duels.lock(keys.stream().map(Pair::parse).toList()).stream()
                        .map(Duels::event)
                        .forEach(outbox::append));
    }
}
