package dev.toolverdicts.review.review;

import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.description.Answers;
import dev.toolverdicts.review.critic.Critic;
import dev.toolverdicts.review.critic.CriticNotFound;
import dev.toolverdicts.review.critic.CriticQueries;
import dev.toolverdicts.review.critic.ListPage;
import dev.toolverdicts.review.knowntool.KnownTool;
import dev.toolverdicts.review.knowntool.KnownTools;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reviews")
class RevisionController {

    private final KnownTools tools;
    private final CriticQueries critics;
    private final ReviewQueries queries;
    private final ContentTag tag;

    RevisionController(KnownTools tools, CriticQueries critics, ReviewQueries queries, ContentTag tag) {
        this.tools = tools;
        this.critics = critics;
        this.queries = queries;
        this.tag = tag;
    }

    @GetMapping(
            path = "/api/v1/tools/{slug}/reviews/{criticKey}/revisions",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every text of a critic's current review, the latest first, with why it was written")
    @Answers(410)
    ResponseEntity<ReviewHistory> revisions(
            @PathVariable String slug,
            @PathVariable String criticKey,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Critic critic = critics.find(criticKey).orElseThrow(CriticNotFound::new);
        KnownTool tool = tools.shown(slug).orElseThrow(ToolNotFound::new);
        List<Revision> all = queries.revisions(tool.toolId(), criticKey);
        if (all.isEmpty()) {
            throw new ReviewNotFound();
        }
        ListPage<Revision> page = ListPage.of(
                all,
                RevisionController::key,
                all.stream().map(RevisionController::key).toList(),
                limit,
                cursor);
        ReviewHistory body = new ReviewHistory(
                new ToolReviews.ToolLabel(tool.slug(), tool.name()),
                new ReviewView.CriticLabel(critic.key(), critic.name(), critic.role()),
                page.items(),
                all.getFirst().revisedAt());
        return page.linked(tag.ok(body), "/api/v1/tools/" + tool.slug() + "/reviews/" + critic.key() + "/revisions");
    }

    private static String key(Revision revision) {
        return Integer.toString(revision.revision());
    }
}
