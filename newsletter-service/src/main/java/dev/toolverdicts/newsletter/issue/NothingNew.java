package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// A week without news gets no issue.
final class NothingNew extends Refusal {

    private static final long serialVersionUID = 1L;

    NothingNew() {
        super(
                HttpStatus.CONFLICT,
                "nothing-new",
                "Nothing new",
                "No tool, verdict or price has become new or changed since the last issue.");
    }
}
