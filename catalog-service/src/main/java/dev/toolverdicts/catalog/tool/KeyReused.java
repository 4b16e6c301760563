package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// An Idempotency-Key came with another body than before.
final class KeyReused extends Refusal {

    private static final long serialVersionUID = 1L;

    KeyReused() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency-Key reused",
                "This Idempotency-Key was used with another body within the last 24 hours.");
    }
}
