package dev.toolverdicts.newsletter.alert;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids as addresses and bodies hold them: `UUID.fromString` reads more than an id's text.
final class AlertId {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private AlertId() {}

    static Optional<UUID> read(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
