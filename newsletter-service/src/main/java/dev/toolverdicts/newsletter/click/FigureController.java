package dev.toolverdicts.newsletter.click;

import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Newsletter")
class FigureController {

    record FiguresView(UUID id, Figures figures, Instant asOf) {}

    private final IssueQueries issues;
    private final FigureQueries figures;
    private final ContentTag tag;
    private final Clock clock;

    FigureController(IssueQueries issues, FigureQueries figures, ContentTag tag, Clock clock) {
        this.issues = issues;
        this.figures = figures;
        this.tag = tag;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/newsletter/issues/{id}/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Sent, delivered, bounced, unsubscribed, and clicks by link, people's and machines' apart",
            security = @SecurityRequirement(name = "token"))
    ResponseEntity<FiguresView> figures(@PathVariable String id) {
        UUID issue = issues.byId(IssueId.of(id)).orElseThrow(IssueNotFound::new).id();
        Figures of = figures.of(issue);
        return ContentTag.answer(tag.of(of)).body(new FiguresView(issue, of, clock.instant()));
    }
}
