package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.mail.Outcome;
import dev.toolverdicts.newsletter.mail.Outcome.Deferred;
import dev.toolverdicts.newsletter.mail.Outcome.Rejected;
import dev.toolverdicts.newsletter.mail.Outcome.Unreachable;
import dev.toolverdicts.newsletter.mail.Outcome.Withheld;
import dev.toolverdicts.newsletter.mail.SmtpReplies;
import dev.toolverdicts.newsletter.mail.SmtpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// One session's work: claims rows of issues that are being sent and hands their mails over. For one
/// thread; any number of workers, in any number of copies, share the ledger.
class DispatchWorker {

    private final EditionQueries editions;
    private final ClaimedRows rows;
    private final Consumer<UUID> end;
    private final LetterWriter letters;
    private final SmtpReplies replies;
    private final SendRates rates;
    private final Clock clock;
    private @Nullable Letter last;

    /// @param end what is done to an issue that has nothing left to send
    DispatchWorker(
            EditionQueries editions,
            ClaimedRows rows,
            Consumer<UUID> end,
            LetterWriter letters,
            SmtpReplies replies,
            SendRates rates,
            Clock clock) {
        this.editions = editions;
        this.rows = rows;
        this.end = end;
        this.letters = letters;
        this.replies = replies;
        this.rates = rates;
        this.clock = clock;
    }

    /// Works on a batch of the first issue that has something due, and ends issues that have nothing
    /// left. Holds no row when it returns or throws.
    ///
    /// @param running asked before each message; what is left of the batch then goes back
    /// @return whether the whole batch was worked on, so that it makes sense to ask for another at once
    boolean round(SmtpSession session, BooleanSupplier running) {
        if (rates.isUsedUp()) {
            return false;
        }
        try {
            for (UUID issueId : editions.sending()) {
                List<Claim> claims = rows.claim(issueId, rates.domainsUsedUp());
                if (!claims.isEmpty()) {
                    return send(session, letter(editions.edition(issueId).orElseThrow()), claims, running);
                }
                if (!editions.hasOpen(issueId)) {
                    end.accept(issueId);
                }
            }
            return false;
        } catch (RuntimeException | Error broken) {
            giveBackAfter(broken);
            throw broken;
        }
    }

    /// Written anew only when another edition's turn has come.
    private Letter letter(Edition edition) {
        Letter letter = last;
        if (letter == null || !letter.edition().equals(edition)) {
            letter = Letter.of(edition);
            last = letter;
        }
        return letter;
    }

    private void giveBackAfter(Throwable broken) {
        try {
            rows.giveBack();
        } catch (RuntimeException stillAway) {
            broken.addSuppressed(stillAway);
        }
    }

    private boolean send(SmtpSession session, Letter letter, List<Claim> claims, BooleanSupplier running) {
        for (Claim claim : claims) {
            if (!running.getAsBoolean() || !send(session, letter, claim)) {
                rows.giveBack();
                return false;
            }
        }
        rows.writeLast();
        return true;
    }

    /// A domain that has had enough for now holds up nobody else: its rows come again a little later.
    ///
    /// @return false when there is no use in going on with others: no leave for anybody, or no server
    private boolean send(SmtpSession session, Letter letter, Claim claim) {
        Optional<Permit> domain = rates.forDomain(claim.domain());
        if (domain.isEmpty()) {
            rows.holdBack(claim);
            return true;
        }
        Optional<Permit> both = rates.forAny(domain.get());
        return both.isPresent() && send(session, letter, claim, both.get());
    }

    /// The permit counts as used unless it is known that nothing was handed over, whatever fails
    /// besides: a limit is rather missed than exceeded.
    private boolean send(SmtpSession session, Letter letter, Claim claim, Permit permit) {
        boolean used = true;
        try {
            Outcome outcome = handOver(session, letter, claim);
            used = isUse(outcome);
            replies.count(claim.email(), outcome);
            rows.settle(claim, outcome);
            brakeIfAsked(claim, outcome);
            return !(outcome instanceof Unreachable);
        } finally {
            rates.done(permit, used);
        }
    }

    private Outcome handOver(SmtpSession session, Letter letter, Claim claim) {
        rows.writeAgain();
        try {
            return session.send(
                    letters.envelope(claim), letters.write(letter, claim, clock.instant()), () -> rows.passDot(claim));
        } catch (IllegalArgumentException unfit) {
            return new Rejected(0, "not sent: " + unfit.getMessage());
        } catch (DataAccessException away) {
            // The gate's answer got lost, so the dot was not sent, whatever the row says now.
            rows.release(claim);
            throw away;
        }
    }

    private static boolean isUse(Outcome outcome) {
        return !(outcome instanceof Unreachable) && !(outcome instanceof Withheld);
    }

    private void brakeIfAsked(Claim claim, Outcome outcome) {
        if (outcome instanceof Deferred(int code, var _) && code == 421) {
            rates.brake(claim.domain());
        }
    }
}
