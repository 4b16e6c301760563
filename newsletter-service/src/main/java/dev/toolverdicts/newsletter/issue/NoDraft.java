package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// What has been approved is what is sent.
final class NoDraft extends Refusal {

    private static final long serialVersionUID = 1L;

    NoDraft(IssueStatus status) {
        super(
                HttpStatus.CONFLICT,
                "no-draft",
                "No draft",
                "Only a draft can be changed; this issue is %s.".formatted(status));
        getBody().setProperty("issueStatus", status.toString());
    }
}
