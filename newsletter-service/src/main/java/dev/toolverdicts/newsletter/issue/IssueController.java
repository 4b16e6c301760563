package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.digest.DigestQueries;
import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/newsletter/issues", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Newsletter")
class IssueController {

    /// @param issues sent issues, newest first; none yet
    record IssueList(List<SentIssue> issues, Instant asOf) {}

    record SentIssue(String id, String isoWeek, String subject) {}

    private final DigestQueries digest;
    private final ContentTag tag;

    IssueController(DigestQueries digest, ContentTag tag) {
        this.digest = digest;
        this.tag = tag;
    }

    @GetMapping
    @Operation(summary = "Sent issues, newest first")
    ResponseEntity<IssueList> issues(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageLimit.check(limit, cursor);
        return tag.ok(new IssueList(List.of(), digest.asOf()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One sent issue")
    SentIssue issue(@PathVariable String id) {
        throw new IssueNotFound();
    }
}
