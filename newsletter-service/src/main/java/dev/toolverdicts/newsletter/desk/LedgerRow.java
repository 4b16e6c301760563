package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.ledger.Delivery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the ledger as the page prints it.
///
/// @param again when it is tried again; null when it is not, or at once
/// @param reply what the mail server said last, with its code
/// @param inDoubt whether somebody has to decide what has become of it
record LedgerRow(
        UUID subscriberId,
        String email,
        String state,
        int attempts,
        @Nullable Moment again,
        String reply,
        String messageId,
        Moment since,
        boolean inDoubt) {

    static LedgerRow of(Delivery row) {
        return new LedgerRow(
                row.subscriberId(),
                row.email(),
                row.state(),
                row.attempts(),
                Moment.ofNullable(row.nextAttemptAt()),
                reply(row.smtpCode(), row.smtpReply()),
                row.messageId(),
                Moment.of(row.updatedAt()),
                row.state().equals("in_doubt"));
    }

    /// A reply as it came begins with its code; a word of our own about a lost connection has none.
    private static String reply(@Nullable Integer code, @Nullable String reply) {
        if (reply == null || reply.isEmpty()) {
            return code == null ? "no reply yet" : code.toString();
        }
        return code == null || reply.startsWith(code.toString()) ? reply : code + " " + reply;
    }
}
