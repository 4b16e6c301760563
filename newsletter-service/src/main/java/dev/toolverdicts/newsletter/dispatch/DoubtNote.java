package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.platform.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// Why a message in doubt is decided as it is. It stays with the decision when the reader is erased, so
/// it may hold no address.
public final class DoubtNote {

    public static final DoubtNote NONE = new DoubtNote(null);

    /// What a person is told who wrote another one.
    public static final String RULE = "A note is one line of at most 200 characters without an address.";

    private static final int LONGEST = 200;

    private final @Nullable String text;

    private DoubtNote(@Nullable String text) {
        this.text = text;
    }

    /// @throws InvalidInput when it is too long, more than a line, or has an address
    public static DoubtNote of(@Nullable String said) {
        String text = said == null ? "" : said.strip();
        if (text.length() > LONGEST || text.contains("@") || text.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of("/note", RULE);
        }
        return text.isEmpty() ? NONE : new DoubtNote(text);
    }

    /// Null when nobody says.
    public @Nullable String text() {
        return text;
    }
}
