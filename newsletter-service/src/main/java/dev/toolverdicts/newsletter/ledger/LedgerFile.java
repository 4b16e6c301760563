package dev.toolverdicts.newsletter.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The ledger as CSV (RFC 4180), written while it is read.
@Component
public class LedgerFile {

    private static final String HEAD =
            "subscriber_id,email,state,attempts,next_attempt_at,smtp_code,smtp_reply,message_id,updated_at\r\n";

    private final DeliveryQueries deliveries;

    LedgerFile(DeliveryQueries deliveries) {
        this.deliveries = deliveries;
    }

    public void write(UUID issueId, @Nullable String state, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write(HEAD);
        try {
            deliveries.each(issueId, state, row -> write(row, out));
        } catch (UncheckedIOException goneAway) {
            throw goneAway.getCause();
        }
        out.flush();
    }

    private static void write(Delivery row, Writer out) {
        try {
            out.write(String.join(
                            ",",
                            row.subscriberId().toString(),
                            cell(row.email()),
                            row.state(),
                            Integer.toString(row.attempts()),
                            cell(row.nextAttemptAt()),
                            cell(row.smtpCode()),
                            cell(row.smtpReply()),
                            cell(row.messageId()),
                            row.updatedAt().toString())
                    + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Quoted; what a spreadsheet would take for a formula is made text. Other servers write the replies.
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
