package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// No two to five tools have the address that was asked for.
public final class ComparisonNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public ComparisonNotFound() {
        super(
                HttpStatus.NOT_FOUND,
                "comparison-not-found",
                "Comparison not found",
                "No two to five tools have this address.");
    }
}
