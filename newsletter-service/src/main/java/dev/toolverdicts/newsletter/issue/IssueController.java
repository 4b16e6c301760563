package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.idempotency.IdempotencyKey;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Issues: sent ones for everybody, all of them for newsletter editors, who draft and arrange them here too.
@RestController
@RequestMapping(path = IssueController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Newsletter")
class IssueController {

    static final String PATH = "/api/v1/newsletter/issues";

    /// @param status of an issue; only editors see any that has not been sent
    record ListedIssue(
            UUID id,
            String isoWeek,
            String subject,
            String status,
            @Nullable Instant sentAt,
            String path) {}

    /// @param issues newest first
    record IssueList(List<ListedIssue> issues, Instant asOf) {}

    /// The body as the API description shows it.
    record IssueEdit(String subject, @Nullable String intro, List<PlacedEntry> entries) {}

    record PlacedEntry(
            int id, @Nullable Boolean dropped, @Nullable String note) {}

    private final IssueQueries issues;
    private final DraftService drafts;
    private final ContentTag tag;

    IssueController(IssueQueries issues, DraftService drafts, ContentTag tag) {
        this.issues = issues;
        this.drafts = drafts;
        this.tag = tag;
    }

    @GetMapping
    @Operation(summary = "Sent issues, newest first; with a newsletter editor's token all issues")
    ResponseEntity<IssueList> issues(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Nullable Authentication reader) {
        var page = PageLimit.of(limit, cursor);
        Instant asOf = issues.asOf();
        List<Issue> found = issues.newest(isEditor(reader), page.before(), page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<ListedIssue> listed =
                found.stream().limit(page.limit()).map(IssueController::listed).toList();
        var body = new IssueList(listed, asOf);
        ResponseEntity.BodyBuilder answer = answer(tag.of(body));
        if (more) {
            answer.header(HttpHeaders.LINK, page.next(PATH, listed.getLast().isoWeek()));
        }
        return answer.body(body);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One sent issue; with a newsletter editor's token any issue with all that is noted of it",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(anyOf = {SentIssue.class, IssueView.class}))))
    ResponseEntity<?> issue(@PathVariable String id, @Nullable Authentication reader) {
        Issue issue = issues.byId(IssueId.of(id)).orElseThrow(IssueNotFound::new);
        if (isEditor(reader)) {
            IssueView view = IssueView.of(issue, issues.entries(issue.id()));
            return answer(view.etag()).body(view);
        }
        if (!issue.isPublic()) {
            throw new IssueNotFound();
        }
        SentIssue sent = issues.sent(issue);
        return answer(tag.of(sent)).body(sent);
    }

    @PostMapping
    @Operation(
            summary = "Draft this week's issue from what no issue has told; 200 with the draft that is there",
            security = @SecurityRequirement(name = "token"))
    @Answers({200, 201, 409})
    ResponseEntity<IssueView> draft(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable JsonNode body,
            Principal editor) {
        byte[] hash = tag.digest(body == null ? JsonNodeFactory.instance.objectNode() : body);
        DraftService.Drafted drafted =
                drafts.draft(editor.getName(), IdempotencyKey.of(key, "issue", editor.getName(), hash));
        IssueView view =
                IssueView.of(drafted.issue(), issues.entries(drafted.issue().id()));
        return ResponseEntity.status(drafted.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(PATH + "/" + view.id()))
                .cacheControl(CacheControl.noStore())
                .eTag(view.etag())
                .body(view);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Arrange a draft: subject, intro, and every entry once in reading order",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = IssueEdit.class))))
    @Answers({409, 428})
    ResponseEntity<IssueView> edit(
            @PathVariable String id,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal editor) {
        if (ifMatch == null) {
            throw new PreconditionMissing();
        }
        Issue edited = drafts.edit(IssueId.of(id), IssueBody.edit(body), new IfMatch(ifMatch), editor.getName());
        IssueView view = IssueView.of(edited, issues.entries(edited.id()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(view.etag())
                .body(view);
    }

    private static ListedIssue listed(Issue issue) {
        return new ListedIssue(
                issue.id(),
                issue.isoWeek(),
                issue.subject(),
                issue.status().toString(),
                issue.startedAt(),
                "/weekly/" + issue.isoWeek());
    }

    private static ResponseEntity.BodyBuilder answer(String tag) {
        return ContentTag.answer(tag).varyBy(HttpHeaders.AUTHORIZATION);
    }

    private static boolean isEditor(@Nullable Authentication reader) {
        return reader != null
                && reader.getAuthorities().stream()
                        .anyMatch(authority -> "SCOPE_newsletter:write".equals(authority.getAuthority()));
    }
}
