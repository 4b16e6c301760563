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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(path = "/api/v1/tools/{slug}/reviews", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reviews")
class ReviewController {

    private final KnownTools tools;
    private final CriticQueries critics;
    private final ReviewQueries queries;
    private final ReviewService reviews;
    private final ContentTag tag;

    ReviewController(
            KnownTools tools, CriticQueries critics, ReviewQueries queries, ReviewService reviews, ContentTag tag) {
        this.tools = tools;
        this.critics = critics;
        this.queries = queries;
        this.reviews = reviews;
        this.tag = tag;
    }

    @GetMapping
    @Operation(summary = "Current reviews of a tool, by critic in the panel's order")
    @Answers(410)
    ResponseEntity<ToolReviews> reviews(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        KnownTool tool = shown(slug);
        ReviewQueries.Reviews current = queries.reviews(tool.toolId());
        ListPage<Take> page = ListPage.of(current.takes(), Take::criticKey, critics.order(), limit, cursor);
        ToolReviews body = ToolReviews.of(
                new ToolReviews.ToolLabel(tool.slug(), tool.name()),
                current.takes(),
                page.items(),
                current.critics(),
                current.asOf());
        return page.linked(tag.ok(body), "/api/v1/tools/" + tool.slug() + "/reviews");
    }

    @GetMapping("/{criticKey}")
    @Operation(summary = "One critic's current review")
    @Answers(410)
    ResponseEntity<ReviewView> review(@PathVariable String slug, @PathVariable String criticKey) {
        Critic critic = critic(criticKey);
        Take take = queries.take(shown(slug).toolId(), criticKey).orElseThrow(ReviewNotFound::new);
        return ContentTag.answer(Preconditions.tag(take, critic.version())).body(ReviewView.of(take));
    }

    @PutMapping(path = "/{criticKey}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Publish a review, or revise the current one",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReviewDraft.class))))
    @Answers({200, 201})
    ResponseEntity<ReviewView> publish(
            @PathVariable String slug,
            @PathVariable String criticKey,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody JsonNode body,
            Principal author) {
        ReviewDraft draft = ReviewBody.parse(body);
        Critic critic = critic(criticKey);
        KnownTool tool = tools.await(slug).orElseThrow(ToolNotFound::new);
        ReviewService.Published published = reviews.publish(
                tool.toolId(), criticKey, draft, new Preconditions(ifMatch, ifNoneMatch), author.getName());
        Take take = published.take();
        ResponseEntity.BodyBuilder answer = published.isNew()
                ? ResponseEntity.created(URI.create("/api/v1/tools/" + tool.slug() + "/reviews/" + criticKey))
                : ResponseEntity.ok();
        return answer.cacheControl(CacheControl.noStore())
                .eTag(Preconditions.tag(take, critic.version()))
                .body(ReviewView.of(take));
    }

    @DeleteMapping("/{criticKey}")
    @Operation(summary = "Withdraw a review", security = @SecurityRequirement(name = "token"))
    @Answers(204)
    ResponseEntity<Void> withdraw(
            @PathVariable String slug,
            @PathVariable String criticKey,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal author) {
        Critic critic = critic(criticKey);
        reviews.withdraw(known(slug).toolId(), critic.key(), new Preconditions(ifMatch, null), author.getName());
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    private KnownTool shown(String slug) {
        return tools.shown(slug).orElseThrow(ToolNotFound::new);
    }

    private KnownTool known(String slug) {
        return tools.find(slug).orElseThrow(ToolNotFound::new);
    }

    private Critic critic(String key) {
        return critics.find(key).orElseThrow(CriticNotFound::new);
    }
}
