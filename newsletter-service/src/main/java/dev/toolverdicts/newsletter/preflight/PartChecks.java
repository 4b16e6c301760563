package dev.toolverdicts.newsletter.preflight;

import dev.toolverdicts.newsletter.issue.Check;
import dev.toolverdicts.newsletter.issue.IssueParts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// What can be told from the two parts alone.
final class PartChecks {

    /// Gmail cuts a mail at 102 KB, and with it the link to unsubscribe.
    static final int LARGEST = 100 * 1024;

    /// What HTML is made of. Names may hold other things that look like elements: they are text here.
    private static final Pattern ELEMENT =
            Pattern.compile("(?i)</?(html|body|p|br|div|table|tr|td|h[1-6]|ul|li|a)(\\s[^<>]*)?/?>|<!doctype");

    private PartChecks() {}

    static Check size(IssueParts parts) {
        int bytes = parts.html().getBytes(StandardCharsets.UTF_8).length;
        return Check.of("size", bytes <= LARGEST, "%d of at most %d bytes".formatted(bytes, LARGEST));
    }

    static Check text(IssueParts parts) {
        boolean isText = !ELEMENT.matcher(parts.text()).find();
        boolean complete = parts.text().contains(IssueParts.UNSUBSCRIBE_URL)
                && parts.text().lines().count() > 5;
        return Check.of(
                "text-part",
                isText && complete,
                isText && complete ? "there, with its own link to unsubscribe" : "is missing or no plain text");
    }

    static Check postalAddress(IssueParts parts, String postalAddress) {
        boolean told = !postalAddress.isBlank() && parts.text().contains(postalAddress);
        return Check.of(
                "postal-address",
                told,
                told ? "is told" : "is not told: newsletter.issue.postal-address, then edit the draft once");
    }

    /// The mail as some of its recipients would get it: nothing is left to fill in, and everybody has links of their
    /// own.
    static Check renders(IssueParts parts, List<UUID> recipients) {
        boolean sound = recipients.stream()
                .allMatch(recipient -> isSound(parts.html(), recipient) && isSound(parts.text(), recipient));
        return Check.of("renders", sound, "%d looked at".formatted(recipients.size()));
    }

    private static boolean isSound(String part, UUID recipient) {
        String unsubscribe = "https://unsubscribe.invalid/" + recipient;
        String preferences = "https://preferences.invalid/" + recipient;
        String filled =
                part.replace(IssueParts.UNSUBSCRIBE_URL, unsubscribe).replace(IssueParts.PREFERENCES_URL, preferences);
        return filled.contains(unsubscribe) && filled.contains(preferences) && !filled.contains("{{");
    }
}
