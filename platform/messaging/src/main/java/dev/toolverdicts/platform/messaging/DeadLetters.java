package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.DecisionRefused.Why;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// What an operator does about records that could not be applied: looks at them, replays them, as they
/// are or repaired, or drops them. Each decision, its effect and its line in the audit are one
/// transaction: it happens once, whoever repeats it and whatever is killed.
///
/// A replay hands the record to its listener at its own place in the log, with its own key and time.
/// What guards a table against repeats and latecomers (a version, an offset) guards it against an old
/// record that is replayed after newer ones too. From then on the decision stands in the place of the
/// record: see [SetAside].
public final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    /// Whoever waits for an answer should get it.
    private static final long ALL_WITHIN = Duration.ofSeconds(3).toNanos();

    private static final int AT_ONCE = 500;
    private static final byte[] NOTHING = {};

    /// What came of replaying many.
    ///
    /// @param refused how many are still waiting; what their listeners said is in the audit
    /// @param next where to go on; null when there are no more
    public record Replayed(
            int replayed, int refused, @Nullable Long next) {}

    /// What came of dropping many.
    ///
    /// @param next where to go on; null when there are no more
    public record Dropped(int dropped, @Nullable Long next) {}

    /// @param refused what the listener said against it; null when it took it, or did not need to
    private record Attempt(boolean applied, @Nullable DecisionRefused refused) {}

    private final DeadLetterQueries letters;
    private final DecisionRepository decisions;
    private final Replayer replayer;
    private final LogPositionRepository positions;
    private final OperationAuditRepository audit;
    private final EventCodec codec;
    private final TransactionTemplate transactions;

    DeadLetters(
            DeadLetterQueries letters,
            DecisionRepository decisions,
            Replayer replayer,
            LogPositionRepository positions,
            OperationAuditRepository audit,
            EventCodec codec,
            TransactionTemplate transactions) {
        this.letters = letters;
        this.decisions = decisions;
        this.replayer = replayer;
        this.positions = positions;
        this.audit = audit;
        this.codec = codec;
        this.transactions = transactions;
    }

    /// The newest first; a null filter takes all.
    ///
    /// @param before the id that the page before ended with, [Long#MAX_VALUE] for the first
    public List<DeadLetter.Summary> newest(
            @Nullable String state, @Nullable String consumer, @Nullable String topic, long before, int limit) {
        return letters.newest(state, consumer, topic, before, limit).stream()
                .map(DeadLetter::summary)
                .toList();
    }

    public Optional<DeadLetter> find(long id) {
        return letters.find(id).map(letter -> DeadLetter.of(letter, audit.of(letter.subject())));
    }

    /// All of a letter's value; empty bytes when it has none.
    public Optional<byte[]> value(long id) {
        return letters.find(id).map(letter -> Objects.requireNonNullElse(letter.value(), NOTHING));
    }

    /// Applies a letter. Doing it again changes nothing.
    ///
    /// @param repaired the value to apply instead of the record's own, or null
    /// @throws DecisionRefused when that cannot be; the letter is as it was
    public DeadLetter replay(long id, Act act, byte @Nullable [] repaired) {
        replay(id, act, repaired, Set.of(SetAside.WAITING, SetAside.DROPPED));
        return find(id).orElseThrow(() -> unknown(id));
    }

    /// @param from states that it is replayed from
    /// @return whether it was applied just now
    private boolean replay(long id, Act act, byte @Nullable [] repaired, Set<String> from) {
        // A refusal is returned, not thrown: that it was tried is to be committed.
        Attempt attempt = Objects.requireNonNull(transactions.execute(_ -> attempt(id, act, repaired, from)));
        if (attempt.refused() != null) {
            throw attempt.refused();
        }
        return attempt.applied();
    }

    private Attempt attempt(long id, Act act, byte @Nullable [] repaired, Set<String> from) {
        StoredLetter letter = decisions.lock(id).orElseThrow(() -> unknown(id));
        if (letter.state().equals(SetAside.REPLAYED)
                && repaired != null
                && !Arrays.equals(repaired, letter.repaired())) {
            throw decided();
        }
        if (!from.contains(letter.state())) {
            return new Attempt(false, null);
        }
        require(letter, repaired);
        try {
            replayer.apply(letter.consumer(), letter.received(repaired));
        } catch (RuntimeException e) {
            if (!(e instanceof UndecodableEvent) && !ContentFailure.is(e)) {
                throw e;
            }
            String reason = ContentFailure.reason(e);
            audit.add(act, "replay-refused", letter.subject(), reason);
            return new Attempt(false, new DecisionRefused(Why.STILL_REFUSED, reason));
        }
        decisions.decide(id, SetAside.REPLAYED, repaired, act);
        audit.add(act, "replay", letter.subject(), repaired == null ? null : "repaired");
        log.info(
                "event=dead_letter_replayed id={} consumer={} topic={} partition={} offset={} repaired={} by={}",
                id,
                letter.consumer(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                repaired != null,
                act.actor());
        return new Attempt(true, null);
    }

    private void require(StoredLetter letter, byte @Nullable [] repaired) {
        if (!replayer.knows(letter.consumer(), letter.topic())) {
            throw new DecisionRefused(
                    Why.NO_LISTENER, "No listener here reads %s as %s.".formatted(letter.topic(), letter.consumer()));
        }
        // With the letter locked: a rebuild that comes to its place from here on waits and sees what was decided.
        OptionalLong shadow = positions.find(
                ShadowReader.shadow(letter.consumer()), new TopicPartition(letter.topic(), letter.partition()));
        if (shadow.isPresent() && shadow.getAsLong() > letter.offset()) {
            throw new DecisionRefused(
                    Why.REBUILDING, "The tables of %s are being built anew.".formatted(letter.consumer()));
        }
        if (repaired != null && codec.isOfOtherVersion(letter.received(null), repaired)) {
            throw new DecisionRefused(
                    Why.OTHER_VERSION,
                    "The record has version %d.".formatted(EventCodec.version(letter.received(null))));
        }
    }

    /// Applies all that wait, each in a transaction of its own, in the order in which they were set
    /// aside. One that somebody drops meanwhile stays dropped.
    ///
    /// @param after the [Replayed#next()] of the call before, or 0
    public Replayed replayAll(Selected which, long after, Act act) {
        long began = System.nanoTime();
        int replayed = 0;
        int refused = 0;
        List<Long> ids = letters.waiting(which, after, AT_ONCE);
        for (Long id : ids) {
            try {
                replayed += replay(id, act, null, Set.of(SetAside.WAITING)) ? 1 : 0;
            } catch (DecisionRefused _) {
                refused++;
            }
            if (System.nanoTime() - began > ALL_WITHIN) {
                return new Replayed(replayed, refused, id);
            }
        }
        return new Replayed(replayed, refused, ids.size() < AT_ONCE ? null : ids.getLast());
    }

    /// Closes all that wait, each in a transaction and with a line in the audit of its own. One that
    /// somebody replays meanwhile stays replayed.
    ///
    /// @param after the [Dropped#next()] of the call before, or 0
    public Dropped dropAll(Selected which, long after, Act act) {
        long began = System.nanoTime();
        int dropped = 0;
        List<Long> ids = letters.waiting(which, after, AT_ONCE);
        for (Long id : ids) {
            dropped += close(id, act).equals(SetAside.WAITING) ? 1 : 0;
            if (System.nanoTime() - began > ALL_WITHIN) {
                return new Dropped(dropped, id);
            }
        }
        return new Dropped(dropped, ids.size() < AT_ONCE ? null : ids.getLast());
    }

    /// Closes a letter without applying it. A replay may follow; doing it again changes nothing.
    public DeadLetter drop(long id, Act act) {
        if (close(id, act).equals(SetAside.REPLAYED)) {
            throw decided();
        }
        return find(id).orElseThrow(() -> unknown(id));
    }

    /// @return what it was
    private String close(long id, Act act) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            StoredLetter letter = decisions.lock(id).orElseThrow(() -> unknown(id));
            if (letter.state().equals(SetAside.WAITING)) {
                decisions.decide(id, SetAside.DROPPED, null, act);
                audit.add(act, "drop", letter.subject(), null);
                log.info("event=dead_letter_dropped id={} consumer={} by={}", id, letter.consumer(), act.actor());
            }
            return letter.state();
        }));
    }

    /// Keeps what operators tell each other about a letter.
    ///
    /// @param note null for none
    public DeadLetter note(long id, String actor, @Nullable String note) {
        transactions.executeWithoutResult(_ -> {
            StoredLetter letter = decisions.lock(id).orElseThrow(() -> unknown(id));
            decisions.note(id, note);
            audit.add(new Act(actor, note == null ? "taken away" : note), "note", letter.subject(), null);
        });
        return find(id).orElseThrow(() -> unknown(id));
    }

    private static DecisionRefused unknown(long id) {
        return new DecisionRefused(Why.UNKNOWN, "There is no dead letter %d.".formatted(id));
    }

    private static DecisionRefused decided() {
        return new DecisionRefused(Why.DECIDED, "It was replayed before, and not like this.");
    }
}
