package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class ComparisonNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    ComparisonNotFound() {
        super(
                HttpStatus.NOT_FOUND,
                "comparison-not-found",
                "Comparison not found",
                "No two to five tools have this address.");
    }
}
