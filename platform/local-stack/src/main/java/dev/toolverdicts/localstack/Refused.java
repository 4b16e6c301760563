package dev.toolverdicts.localstack;

import java.io.Serial;

/// The stack cannot do what was asked; the message is the one line the user reads, with the remedy.
final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }

    Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
