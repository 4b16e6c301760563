package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

public final class IssueNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public IssueNotFound() {
        super(HttpStatus.NOT_FOUND, "issue-not-found", "Issue not found", "No issue of this id has been sent.");
    }
}
