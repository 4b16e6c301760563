package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// What nobody has got yet is changed, not corrected.
final class NotSentYet extends Refusal {

    private static final long serialVersionUID = 1L;

    NotSentYet(IssueStatus status) {
        super(
                HttpStatus.CONFLICT,
                "not-sent-yet",
                "Not sent yet",
                "Only a sent issue can be corrected; this one is %s.".formatted(status));
        getBody().setProperty("issueStatus", status.toString());
    }
}
