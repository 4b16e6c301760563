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
import java.util.concurrent.ThreadLocalRandom;

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
        return ledger.claim(issueId, worker, settings.batch(), without, clock.instant());
    }

    boolean passDot(Claim claim) {
        return ledger.passDot(claim, clock.instant());
    }

    void settle(Claim claim, Outcome outcome) {
        switch (outcome) {
            case Accepted accepted -> patience.write(() -> ledger.sent(claim, accepted, clock.instant()));
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
        patience.write(() -> leases.giveBack(worker, clock.instant()));
    }
}
