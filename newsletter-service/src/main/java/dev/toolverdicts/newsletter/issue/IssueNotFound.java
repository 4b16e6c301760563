package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class IssueNotFound extends Refusal {

    IssueNotFound() {
        super(HttpStatus.NOT_FOUND, "issue-not-found", "Issue not found", "No issue of this id has been sent.");
    }
}
