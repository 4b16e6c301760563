package dev.toolverdicts.catalog.history;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.category.ListPage;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.Moved;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What happened to a tool, for everybody.
@RestController
@RequestMapping(path = "/api/v1/tools/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tools")
class HistoryController {

    private final HistoryQueries history;
    private final CardQueries cards;
    private final ContentTag tag;

    HistoryController(HistoryQueries history, CardQueries cards, ContentTag tag) {
        this.history = history;
        this.cards = cards;
        this.tag = tag;
    }

    record ToolHistory(String slug, List<FactChange> changes, Instant asOf) {}

    record ToolReleases(String slug, List<Release> releases, Instant asOf) {}

    @GetMapping("/history")
    @Operation(
            summary = "Every change of a tool's price, licence and status, the latest first",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = ToolHistory.class))))
    @Answers({301, 410})
    ResponseEntity<?> history(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return ofTool(slug, "/history", tool -> {
            ListPage<FactChange> page = ListPage.of(history.changes(slug), FactChange::id, limit, cursor);
            return page.linked(tag.ok(new ToolHistory(slug, page.items(), tool.asOf())), path(slug) + "/history");
        });
    }

    @GetMapping("/releases")
    @Operation(
            summary = "A tool's releases, the latest first",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = ToolReleases.class))))
    @Answers({301, 410})
    ResponseEntity<?> releases(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return ofTool(slug, "/releases", tool -> {
            ListPage<Release> page = ListPage.of(
                    history.releases(slug), release -> release.releaseId().toString(), limit, cursor);
            return page.linked(tag.ok(new ToolReleases(slug, page.items(), tool.asOf())), path(slug) + "/releases");
        });
    }

    private ResponseEntity<?> ofTool(String slug, String rest, Function<ToolCard, ResponseEntity<?>> answer) {
        ToolCard card = cards.bySlug(slug).orElse(null);
        return card == null ? Moved.to(path(cards.movedTo(slug)) + rest) : answer.apply(card);
    }

    private static String path(String slug) {
        return "/api/v1/tools/" + slug;
    }
}
