package dev.toolverdicts.newsletter.idempotency;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class KeyReused extends Refusal {

    private static final long serialVersionUID = 1L;

    KeyReused() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency-Key reused",
                "This Idempotency-Key came with another body before; a new request needs a new key.");
    }
}
