package dev.toolverdicts.localstack.sbom;

import java.io.Serial;

/// Nothing can be said about the dependencies; the message is the one line the user reads.
final class CheckFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CheckFailed(String message) {
        super(message);
    }

    CheckFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
