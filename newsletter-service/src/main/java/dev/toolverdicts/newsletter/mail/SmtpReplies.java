package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.newsletter.mail.Outcome.Accepted;
import dev.toolverdicts.newsletter.mail.Outcome.Deferred;
import dev.toolverdicts.newsletter.mail.Outcome.InDoubt;
import dev.toolverdicts.newsletter.mail.Outcome.Rejected;
import dev.toolverdicts.newsletter.mail.Outcome.Unreachable;
import dev.toolverdicts.newsletter.mail.Outcome.Withheld;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Counts what mail servers say, by who runs the recipient's mailbox: each large provider has rules of
/// its own, and trouble with one shows here first.
@Component
public final class SmtpReplies {

    private static final List<String> REPLIES =
            List.of("2xx", "4xx", "5xx", "in_doubt", "lost", "unreachable", "withheld");
    private static final List<String> DOMAINS = List.of("google", "microsoft", "yahoo", "apple", "other");

    private final MeterRegistry meters;

    public SmtpReplies(MeterRegistry meters) {
        this.meters = meters;
        // Or the first refusal would not be seen to be one.
        DOMAINS.forEach(domain -> REPLIES.forEach(reply -> add(domain, reply, 0)));
    }

    public void count(String email, Outcome outcome) {
        add(domainClass(email), reply(outcome), 1);
    }

    private void add(String domain, String reply, int mails) {
        meters.counter("newsletter.smtp.replies", "reply", reply, "domain", domain)
                .increment(mails);
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
