package dev.toolverdicts.catalog.card;

import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tools")
class CardController {

    private final CardQueries cards;
    private final ContentTag tag;
    private final Clock clock;

    CardController(CardQueries cards, ContentTag tag, Clock clock) {
        this.cards = cards;
        this.tag = tag;
        this.clock = clock;
    }

    record ToolList(List<ToolCard> tools, Instant asOf) {}

    @GetMapping(path = "/api/v1/tools", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tool cards, filtered and sorted")
    ResponseEntity<ToolList> list(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String licenseClass,
            @RequestParam(required = false) @Nullable String minVotes,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        CardPage page = cards.list(
                CardParameters.parse(category, q, verdict, entry, licenseClass, minVotes, sort, limit, cursor));
        var body = new ToolList(page.cards(), page.asOf().orElseGet(clock::instant));
        return NextPage.answer(tag.of(body), page.next()).body(body);
    }
}
