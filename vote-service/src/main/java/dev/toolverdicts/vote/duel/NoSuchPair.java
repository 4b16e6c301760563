package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpStatus;

/// The address names no two tools, or one of them twice.
final class NoSuchPair extends Refusal {

    NoSuchPair() {
        super(
                HttpStatus.NOT_FOUND,
                "comparison-not-found",
                "Comparison not found",
                "No two tools have this address; it is {a}-vs-{b}.");
    }
}
