package dev.toolverdicts.platform.web;

import org.springframework.http.HttpStatus;

/// An Idempotency-Key came with another body than before.
public final class KeyReused extends Refusal {

    private static final long serialVersionUID = 1L;

    public KeyReused() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency-Key reused",
                "This Idempotency-Key came with another body within the last 24 hours; a new request needs a new key.");
    }
}
