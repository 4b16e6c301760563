package dev.toolverdicts.catalog.alternative;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.category.ListPage;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.Moved;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tools")
class AlternativeController {

    private static final int MOST = 100;

    private final AlternativeQueries alternatives;
    private final CardQueries cards;
    private final ContentTag tag;

    AlternativeController(AlternativeQueries alternatives, CardQueries cards, ContentTag tag) {
        this.alternatives = alternatives;
        this.cards = cards;
        this.tag = tag;
    }

    record Alternatives(String slug, String rule, List<Alternative> alternatives, Instant asOf) {}

    @GetMapping(path = "/api/v1/tools/{slug}/alternatives", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The hundred best alternatives to a tool, with the rule they are ordered by")
    @Answers({301, 410})
    ResponseEntity<Alternatives> alternatives(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ToolCard tool = cards.bySlug(slug).orElse(null);
        if (tool == null) {
            return Moved.to(path(cards.movedTo(slug)));
        }
        ListPage<Alternative> page = ListPage.of(
                alternatives.to(slug, MOST), alternative -> alternative.tool().slug(), limit, cursor);
        Instant asOf = Stream.concat(Stream.of(tool), page.items().stream().map(Alternative::tool))
                .map(ToolCard::asOf)
                .max(Instant::compareTo)
                .orElseThrow();
        return page.linked(tag.ok(new Alternatives(slug, Alternative.RULE, page.items(), asOf)), path(slug));
    }

    private static String path(String slug) {
        return "/api/v1/tools/" + slug + "/alternatives";
    }
}
