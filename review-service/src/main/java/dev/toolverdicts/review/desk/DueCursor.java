package dev.toolverdicts.review.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a page of own reviews ended: they stand by when they are due, the earliest first.
record DueCursor(Instant dueAt, UUID toolId) {

    private static final DueCursor START = new DueCursor(Instant.EPOCH, new UUID(0, 0));
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /// @return empty when it is no cursor
    static Optional<DueCursor> parse(@Nullable String text) {
        if (text == null) {
            return Optional.of(START);
        }
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new DueCursor(
                        Instant.ofEpochMilli(Long.parseLong(parts.group(1))), UUID.fromString(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return dueAt.toEpochMilli() + "_" + toolId;
    }
}
