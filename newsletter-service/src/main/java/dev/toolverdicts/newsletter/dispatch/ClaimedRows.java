package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.mail.BackOff;
import dev.toolverdicts.newsletter.mail.Outcome;
import dev.toolverdicts.newsletter.mail.Outcome.Accepted;
import dev.toolverdicts.newsletter.mail.Outcome.Deferred;
import dev.toolverdicts.newsletter.mail.Outcome.InDoubt;
import dev.toolverdicts.newsletter.mail.Outcome.Rejected;
import dev.toolverdicts.newsletter.mail.Outcome.Unreachable;
import dev.toolverdicts.newsletter.mail.Outcome.Withheld;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// The rows of the ledger that one worker holds. Claiming and the point of no return are tried once: nothing is lost
/// when they fail. What became of a row is written with patience.
class ClaimedRows {

    private static final Duration A_LITTLE = Duration.ofSeconds(1);

    private final String worker;
    private final DeliveryRepository ledger;
    private final LeaseRepository leases;
    private final Patience patience;
    private final DispatchSettings settings;
    private final Clock clock;
    private @Nullable Unwritten last;

    /// What the server said of a message that is perhaps not written yet: the next one need not wait for that.
    private record Unwritten(Claim claim, Accepted accepted, CompletableFuture<Boolean> written) {}

    ClaimedRows(
            String worker,
            DeliveryRepository ledger,
            LeaseRepository leases,
            Patience patience,
            DispatchSettings settings,
            Clock clock) {
        this.worker = worker;
        this.ledger = ledger;
        this.leases = leases;
        this.patience = patience;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param without domains whose turn is not now
    List<Claim> claim(UUID issueId, Set<String> without) {
        writeLast();
        return ledger.claim(issueId, worker, settings.batch(), without, clock.instant());
    }

    boolean passDot(Claim claim) {
        return ledger.passDot(claim, clock.instant());
    }

    void settle(Claim claim, Outcome outcome) {
        Unwritten before = last;
        last = null;
        try {
            note(claim, outcome);
        } finally {
            write(before);
        }
    }

    private void note(Claim claim, Outcome outcome) {
        switch (outcome) {
            case Accepted accepted ->
                last = new Unwritten(claim, accepted, ledger.sent(claim, accepted, clock.instant()));
            case Rejected(int code, String reply) ->
                patience.write(() -> ledger.rejected(claim, code, reply, clock.instant()));
            case Deferred(int code, String reply) -> patience.write(() -> putOff(claim, code, reply));
            case InDoubt(String reason) -> patience.write(() -> ledger.inDoubt(claim, reason, clock.instant()));
            case Unreachable _ -> release(claim);
            case Withheld _ -> {
                // the gate has written why
            }
        }
    }

    /// Writes again what could not be written, so that it does not wait for a slow server besides.
    void writeAgain() {
        if (last != null && last.written().isCompletedExceptionally()) {
            writeLast();
        }
    }

    /// Returns when all that is known of messages is written.
    void writeLast() {
        Unwritten unwritten = last;
        last = null;
        write(unwritten);
    }

    private void write(@Nullable Unwritten unwritten) {
        if (unwritten == null) {
            return;
        }
        try {
            DeliveryRepository.answer(unwritten.written());
        } catch (DataAccessException away) {
            patience.write(() ->
                    DeliveryRepository.answer(ledger.sent(unwritten.claim(), unwritten.accepted(), clock.instant())));
        }
    }

    /// For three days, of which only what was waited because a server said so counts: not a pause of the issue, not a
    /// limit of ours, not an outage.
    private void putOff(Claim claim, int code, String reply) {
        Duration wait = BackOff.after(claim.attempts(), settings.firstRetry(), ThreadLocalRandom.current());
        if (claim.deferredFor().plus(wait).compareTo(BackOff.GIVE_UP) > 0) {
            ledger.rejected(claim, code, reply, clock.instant());
        } else {
            ledger.deferred(claim, code, reply, wait, clock.instant());
        }
    }

    /// Gives back a row whose dot has surely not been sent, whatever the gate has written of it.
    void release(Claim claim) {
        patience.write(() -> ledger.release(claim, clock.instant()));
    }

    /// Gives back a row whose turn comes a little later.
    void holdBack(Claim claim) {
        patience.write(() -> ledger.holdBack(claim, clock.instant().plus(A_LITTLE), clock.instant()));
    }

    /// Gives back every row whose message has not been begun, also those whose claim got no answer.
    void giveBack() {
        try {
            writeLast();
        } finally {
            patience.write(() -> leases.giveBack(worker, clock.instant()));
        }
    }
}
