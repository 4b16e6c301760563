package dev.toolverdicts.newsletter.preflight;

import dev.toolverdicts.newsletter.issue.Check;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.issue.Preflight;
import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Newsletter")
class PreflightController {

    record CheckView(String name, String outcome, String detail) {}

    /// @param passed whether no check has failed
    record PreflightView(UUID id, long version, boolean passed, List<CheckView> checks, Instant asOf) {}

    private final IssueQueries issues;
    private final Preflight preflight;
    private final ContentTag tag;

    PreflightController(IssueQueries issues, Preflight preflight, ContentTag tag) {
        this.issues = issues;
        this.preflight = preflight;
        this.tag = tag;
    }

    @GetMapping(path = "/api/v1/newsletter/issues/{id}/preflight", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What is looked at before an issue goes out; approving looks again",
            security = @SecurityRequirement(name = "token"))
    ResponseEntity<PreflightView> preflight(@PathVariable String id) {
        Issue issue = issues.byId(IssueId.of(id)).orElseThrow(IssueNotFound::new);
        List<Check> checks = preflight.of(issue);
        return tag.ok(new PreflightView(
                issue.id(),
                issue.version(),
                checks.stream().noneMatch(Check::hasFailed),
                checks.stream()
                        .map(check ->
                                new CheckView(check.name(), check.outcome().toString(), check.detail()))
                        .toList(),
                issue.updatedAt()));
    }
}
