package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.platform.web.InvalidInput;

/// A file that cannot be read to its end; nothing of it is taken.
final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String why;

    UnreadableFile(long line, String why) {
        super("line " + line + ": " + why);
        this.line = line;
        this.why = why;
    }

    InvalidInput refusal() {
        return InvalidInput.of("", "line %d: %s".formatted(line, why));
    }
}
