package dev.toolverdicts.platform.messaging;

import java.io.Serial;

/// The broker's log is not the one this database has read; going on would skip or repeat records without a word.
final class ReplacedLog extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ReplacedLog(String message) {
        super(message);
    }
}
