package dev.toolverdicts.review.critic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// The last verdict of a page; the next page starts after it. Opaque to clients.
record VerdictCursor(Instant publishedAt, UUID toolId) {

    private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");

    static Optional<VerdictCursor> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split("~", -1);
            if (parts.length != 2) {
                return Optional.empty();
            }
            return Optional.of(new VerdictCursor(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                    .filter(cursor -> cursor.publishedAt().isAfter(Instant.EPOCH)
                            && cursor.publishedAt().isBefore(FAR_FUTURE));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((publishedAt + "~" + toolId).getBytes(US_ASCII));
    }
}
