package dev.toolverdicts.platform.messaging;

import java.io.Serial;

/// A rebuild that trying again cannot finish.
final class RebuildFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RebuildFailed(String message) {
        super(message);
    }
}
