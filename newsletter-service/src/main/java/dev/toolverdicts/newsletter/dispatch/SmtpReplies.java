package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.mail.Outcome;
import dev.toolverdicts.newsletter.mail.Outcome.Accepted;
import dev.toolverdicts.newsletter.mail.Outcome.Deferred;
import dev.toolverdicts.newsletter.mail.Outcome.InDoubt;
import dev.toolverdicts.newsletter.mail.Outcome.Rejected;
import dev.toolverdicts.newsletter.mail.Outcome.Unreachable;
import dev.toolverdicts.newsletter.mail.Outcome.Withheld;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Counts what mail servers say, by who runs the recipient's mailbox: each large provider has rules of its own, and
/// trouble with one shows here first.
@Component
class SmtpReplies {

    private final MeterRegistry meters;

    SmtpReplies(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String email, Outcome outcome) {
        meters.counter("newsletter.smtp.replies", "reply", reply(outcome), "domain", domainClass(email))
                .increment();
    }

    private static String reply(Outcome outcome) {
        return switch (outcome) {
            case Accepted _ -> "2xx";
            case Rejected _ -> "5xx";
            case Deferred(int code, var _) -> code == 0 ? "lost" : "4xx";
            case InDoubt _ -> "in_doubt";
            case Unreachable _ -> "unreachable";
            case Withheld _ -> "withheld";
        };
    }

    static String domainClass(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String name = domain.contains(".") ? domain.substring(0, domain.indexOf('.')) : domain;
        return switch (name) {
            case "gmail", "googlemail" -> "google";
            case "outlook", "hotmail", "live", "msn" -> "microsoft";
            case "yahoo", "ymail", "aol" -> "yahoo";
            case "icloud", "me", "mac" -> "apple";
            default -> "other";
        };
    }
}
