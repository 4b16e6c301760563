package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.MoveService;
import dev.toolverdicts.newsletter.mail.BackOff;
import dev.toolverdicts.newsletter.mail.Outcome;
import dev.toolverdicts.newsletter.mail.Outcome.Accepted;
import dev.toolverdicts.newsletter.mail.Outcome.Deferred;
import dev.toolverdicts.newsletter.mail.Outcome.InDoubt;
import dev.toolverdicts.newsletter.mail.Outcome.Rejected;
import dev.toolverdicts.newsletter.mail.Outcome.Unreachable;
import dev.toolverdicts.newsletter.mail.Outcome.Withheld;
import dev.toolverdicts.newsletter.mail.SmtpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DataAccessException;

/// One session's work: claims rows of issues that are being sent and hands their mails over. For one thread; any
/// number of workers, in any number of copies, share the ledger.
class DispatchWorker {

    private final String name;
    private final EditionQueries editions;
    private final DeliveryRepository ledger;
    private final MoveService moves;
    private final LetterWriter letters;
    private final SmtpReplies replies;
    private final SendRates rates;
    private final DispatchSettings settings;
    private final Clock clock;

    DispatchWorker(
            String name,
            EditionQueries editions,
            DeliveryRepository ledger,
            MoveService moves,
            LetterWriter letters,
            SmtpReplies replies,
            SendRates rates,
            DispatchSettings settings,
            Clock clock) {
        this.name = name;
        this.editions = editions;
        this.ledger = ledger;
        this.moves = moves;
        this.letters = letters;
        this.replies = replies;
        this.rates = rates;
        this.settings = settings;
        this.clock = clock;
    }

    /// Works on a batch of the first issue that has something due, and ends issues that have nothing left.
    ///
    /// @param running asked before each message; what is left of the batch then goes back
    /// @return whether there was something to do
    boolean round(SmtpSession session, BooleanSupplier running) {
        for (UUID issueId : editions.sending()) {
            List<Claim> claims = ledger.claim(issueId, name, settings.batch(), clock.instant());
            if (!claims.isEmpty()) {
                return send(session, editions.edition(issueId).orElseThrow(), claims, running);
            }
            if (!editions.hasOpen(issueId)) {
                moves.endIfDone(issueId);
            }
        }
        return false;
    }

    /// Sends a batch; false when the mail server cannot be reached: better to wait than to try everybody in turn
    private boolean send(SmtpSession session, Edition edition, List<Claim> claims, BooleanSupplier running) {
        boolean reachable = true;
        for (Claim claim : claims) {
            if (reachable && running.getAsBoolean()) {
                reachable = send(session, edition, claim);
            } else {
                ledger.release(claim, clock.instant());
            }
        }
        return reachable;
    }

    /// A domain that has had enough for now holds up nobody else: its rows come again a little later.
    private boolean send(SmtpSession session, Edition edition, Claim claim) {
        Optional<Permit> any = rates.forAny();
        if (any.isEmpty()) {
            ledger.release(claim, clock.instant());
            return false;
        }
        Optional<Permit> domain = rates.forDomain(claim.domain());
        if (domain.isEmpty()) {
            rates.done(any.get(), false);
            ledger.holdBack(claim, clock.instant().plusSeconds(1), clock.instant());
            return true;
        }
        return send(session, edition, claim, any.get().and(domain.get()));
    }

    /// The permit counts as used unless it is known that nothing was handed over, whatever fails besides: a limit is
    /// rather missed than exceeded.
    private boolean send(SmtpSession session, Edition edition, Claim claim, Permit permit) {
        boolean used = true;
        try {
            Outcome outcome = handOver(session, edition, claim);
            used = isUse(outcome);
            replies.count(claim.email(), outcome);
            settle(claim, outcome);
            return !(outcome instanceof Unreachable);
        } finally {
            rates.done(permit, used);
        }
    }

    private Outcome handOver(SmtpSession session, Edition edition, Claim claim) {
        try {
            return session.send(
                    letters.envelope(claim),
                    letters.write(edition, claim, clock.instant()),
                    () -> ledger.passDot(claim, clock.instant()));
        } catch (IllegalArgumentException unfit) {
            return new Rejected(0, "not sent: " + unfit.getMessage());
        } catch (DataAccessException away) {
            // The gate's answer got lost, so the dot was not sent, whatever the row says now.
            ledger.release(claim, clock.instant());
            throw away;
        }
    }

    private static boolean isUse(Outcome outcome) {
        return !(outcome instanceof Unreachable) && !(outcome instanceof Withheld);
    }

    private void settle(Claim claim, Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Accepted accepted -> ledger.sent(claim, accepted, now);
            case Rejected(int code, String reply) -> ledger.rejected(claim, code, reply, now);
            case Deferred(int code, String reply) -> putOff(claim, code, reply, now);
            case InDoubt(String reason) -> ledger.inDoubt(claim, reason, now);
            case Unreachable _ -> ledger.release(claim, now);
            case Withheld _ -> {
                // the gate has written why
            }
        }
    }

    private void putOff(Claim claim, int code, String reply, Instant now) {
        if (code == 421) {
            rates.brake(claim.domain());
        }
        Instant next = now.plus(BackOff.after(claim.attempts(), settings.firstRetry(), ThreadLocalRandom.current()));
        if (next.isAfter(claim.firstAttempt().plus(BackOff.GIVE_UP))) {
            ledger.rejected(claim, code, reply, now);
        } else {
            ledger.deferred(claim, code, reply, next, now);
        }
    }
}
