package dev.toolverdicts.review.critic;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

public final class CriticNotFound extends Refusal {

    public CriticNotFound() {
        super(HttpStatus.NOT_FOUND, "critic-not-found", "Critic not found", "The panel has no critic of this key.");
    }
}
