package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// Nobody gets mail of a tool that was taken down.
final class TellsOfTakenDown extends Refusal {

    private static final long serialVersionUID = 1L;

    TellsOfTakenDown(IssueStatus status) {
        super(
                HttpStatus.CONFLICT,
                "tells-of-taken-down",
                "Tells of a tool that was taken down",
                "A tool that this issue tells of was taken down: cancel it, or wait until the tool is back.");
        getBody().setProperty("issueStatus", status.toString());
    }
}
