package dev.toolverdicts.catalog.critic;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class CriticNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    CriticNotFound() {
        super(HttpStatus.NOT_FOUND, "critic-not-found", "Critic not found", "The panel has no critic of this key.");
    }
}
