package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Where an operator decides what became of a message in doubt; the ledger with `state=in_doubt` lists them.
@RestController
@Tag(name = "Newsletter")
class DoubtController {

    private final DoubtService doubts;

    DoubtController(DoubtService doubts) {
        this.doubts = doubts;
    }

    @PostMapping(
            path = "/api/v1/newsletter/issues/{id}/deliveries/{subscriberId}/resolve",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Decide a row in doubt: {\"decision\": \"sent\"} or {\"decision\": \"resend\"}, and say why: {\"note\": \"…\"}",
            security = @SecurityRequirement(name = "token"))
    @Answers({204, 409})
    ResponseEntity<Void> resolve(
            @PathVariable String id,
            @PathVariable String subscriberId,
            @RequestBody JsonNode body,
            Principal operator) {
        Decision decision = Decision.of(body.path("decision").asString(""))
                .orElseThrow(() -> InvalidInput.of("/decision", "must be sent or resend"));
        DoubtNote note = DoubtNote.of(body.path("note").asString(""));
        doubts.resolve(IssueId.of(id), IssueId.of(subscriberId), decision, operator.getName(), note);
        return ResponseEntity.noContent().build();
    }
}
