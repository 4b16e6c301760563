package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// The issue is not where this move starts.
final class IllegalMove extends Refusal {

    private static final long serialVersionUID = 1L;

    IllegalMove(Move move, IssueStatus status) {
        super(
                HttpStatus.CONFLICT,
                "illegal-move",
                "Illegal move",
                "An issue that is %s has no move %s.".formatted(status, move));
        getBody().setProperty("issueStatus", status.toString());
    }
}
