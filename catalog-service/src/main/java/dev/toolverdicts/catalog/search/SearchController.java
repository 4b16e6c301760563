package dev.toolverdicts.catalog.search;

import dev.toolverdicts.catalog.card.CardParameters;
import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.card.NextPage;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tools")
class SearchController {

    private final SearchQueries search;
    private final ContentTag tag;
    private final Clock clock;

    SearchController(SearchQueries search, ContentTag tag, Clock clock) {
        this.search = search;
        this.tag = tag;
        this.clock = clock;
    }

    record FoundTools(
            String match, long total, List<ToolCard> tools, Facets facets, List<NearName> nearest, Instant asOf) {}

    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tools by words, with what the list can be narrowed down by")
    ResponseEntity<FoundTools> search(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String licenseClass,
            @RequestParam(required = false) @Nullable String minVotes,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Findings found = search.find(
                CardParameters.parse(category, q, verdict, entry, licenseClass, minVotes, sort, limit, cursor));
        var body = new FoundTools(
                found.match().name().toLowerCase(Locale.ROOT),
                found.total(),
                found.page().cards(),
                found.facets(),
                found.nearest(),
                found.page().asOf().orElseGet(clock::instant));
        return NextPage.answer(tag.of(body), found.page().next()).body(body);
    }
}
