package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The moves of an issue, each an address of its own.
@RestController
@RequestMapping(path = IssueController.PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Newsletter")
class MoveController {

    /// The bodies as the API description shows them.
    record ApprovalRequest(@Nullable String override) {}

    record ScheduleRequest(String scheduledAt, String zone) {}

    record CorrectionRequest(String note) {}

    private final MoveService moves;
    private final ApprovalService approvals;
    private final CorrectionService corrections;
    private final IssueQueries issues;

    MoveController(MoveService moves, ApprovalService approvals, CorrectionService corrections, IssueQueries issues) {
        this.moves = moves;
        this.approvals = approvals;
        this.corrections = corrections;
        this.issues = issues;
    }

    @PostMapping("/approve")
    @Operation(
            summary = "draft → approved, by another subject than the author or with a reason why not",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ApprovalRequest.class))))
    @Answers({202, 409})
    ResponseEntity<IssueView> approve(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Principal editor) {
        return accepted(approvals.approve(IssueId.of(id), editor.getName(), IssueBody.override(body)));
    }

    @PostMapping(path = "/schedule", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "approved → scheduled, at a local time such as 2026-11-29T09:00 in a zone such as Europe/Berlin",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ScheduleRequest.class))))
    @Answers({202, 409})
    ResponseEntity<IssueView> schedule(@PathVariable String id, @RequestBody JsonNode body, Principal editor) {
        return accepted(moves.schedule(IssueId.of(id), editor.getName(), IssueBody.schedule(body)));
    }

    @PostMapping("/send")
    @Operation(summary = "approved or scheduled → sending", security = @SecurityRequirement(name = "token"))
    @Answers({202, 409})
    ResponseEntity<IssueView> send(@PathVariable String id, Principal editor) {
        return moved(id, Move.SEND, editor);
    }

    @PostMapping("/pause")
    @Operation(summary = "sending → paused", security = @SecurityRequirement(name = "token"))
    @Answers({202, 409})
    ResponseEntity<IssueView> pause(@PathVariable String id, Principal editor) {
        return moved(id, Move.PAUSE, editor);
    }

    @PostMapping("/resume")
    @Operation(summary = "paused → sending", security = @SecurityRequirement(name = "token"))
    @Answers({202, 409})
    ResponseEntity<IssueView> resume(@PathVariable String id, Principal editor) {
        return moved(id, Move.RESUME, editor);
    }

    @PostMapping("/cancel")
    @Operation(summary = "whatever has not ended → cancelled", security = @SecurityRequirement(name = "token"))
    @Answers({202, 409})
    ResponseEntity<IssueView> cancel(@PathVariable String id, Principal editor) {
        return moved(id, Move.CANCEL, editor);
    }

    @PostMapping("/retry-failed")
    @Operation(
            summary = "finished_with_failures → sending, for what was rejected",
            security = @SecurityRequirement(name = "token"))
    @Answers({202, 409})
    ResponseEntity<IssueView> retryFailed(@PathVariable String id, Principal editor) {
        return moved(id, Move.RETRY_FAILED, editor);
    }

    @PostMapping(path = "/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Note what was wrong in a sent issue; page and feeds say so from then on",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CorrectionRequest.class))))
    @Answers({202, 409})
    ResponseEntity<IssueView> correct(@PathVariable String id, @RequestBody JsonNode body, Principal editor) {
        return accepted(corrections.correct(IssueId.of(id), IssueBody.note(body), editor.getName()));
    }

    private ResponseEntity<IssueView> moved(String id, Move move, Principal editor) {
        return accepted(moves.move(IssueId.of(id), move, editor.getName()));
    }

    private ResponseEntity<IssueView> accepted(Issue issue) {
        IssueView view = IssueView.of(issue, issues.entries(issue.id()));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .cacheControl(CacheControl.noStore())
                .eTag(view.etag())
                .body(view);
    }
}
