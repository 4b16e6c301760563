package dev.toolverdicts.platform.messaging;

import java.io.Serial;

/// A record's bytes are not an event of the expected shape; trying again cannot help.
public final class UndecodableEvent extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UndecodableEvent(String message, Throwable cause) {
        super(message, cause);
    }

    UndecodableEvent(String message) {
        super(message);
    }
}
