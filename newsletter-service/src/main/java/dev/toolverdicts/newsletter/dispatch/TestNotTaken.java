package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.mail.Outcome;
import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// The mail server did not take a test, or has not said that it did.
final class TestNotTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    TestNotTaken(Outcome outcome) {
        super(
                HttpStatus.BAD_GATEWAY,
                "mail-not-taken",
                "Mail not taken",
                switch (outcome) {
                    case Outcome.Rejected(int code, var _) -> "The mail server refused it with %d.".formatted(code);
                    case Outcome.Deferred(int code, var _)
                    when code > 0 -> "The mail server put it off with %d.".formatted(code);
                    case Outcome.InDoubt _ -> "The mail server did not say whether it took it.";
                    default -> "The mail server cannot be reached.";
                });
    }
}
