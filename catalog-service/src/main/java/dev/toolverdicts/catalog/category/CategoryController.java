package dev.toolverdicts.catalog.category;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.CategoryCount;
import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Categories")
class CategoryController {

    private final CategoryQueries categories;
    private final CardQueries cards;
    private final ContentTag tag;
    private final Clock clock;

    CategoryController(CategoryQueries categories, CardQueries cards, ContentTag tag, Clock clock) {
        this.categories = categories;
        this.cards = cards;
        this.tag = tag;
        this.clock = clock;
    }

    record Listed(String key, String name, @Nullable String parent, List<String> synonyms, long tools) {}

    record CategoryList(List<Listed> categories, Instant asOf) {}

    @GetMapping(path = "/api/v1/categories", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The categories with their number of tools")
    ResponseEntity<CategoryList> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListPage<Category> page = ListPage.of(categories.all(), Category::key, limit, cursor);
        Map<String, CategoryCount> counts =
                cards.counts().stream().collect(Collectors.toMap(CategoryCount::key, count -> count));
        List<Listed> listed = page.items().stream()
                .map(category -> new Listed(
                        category.key(),
                        category.name(),
                        category.parent(),
                        category.synonyms(),
                        counts.containsKey(category.key())
                                ? counts.get(category.key()).tools()
                                : 0))
                .toList();
        Instant asOf = counts.values().stream()
                .map(CategoryCount::asOf)
                .max(Instant::compareTo)
                .orElseGet(() -> clock.instant());
        return page.linked(tag.ok(new CategoryList(listed, asOf)), "/api/v1/categories");
    }
}
