package dev.toolverdicts.catalog.history;

import dev.toolverdicts.catalog.card.NextPage;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// News, for everybody.
@RestController
@RequestMapping(path = "/api/v1/news", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "News")
class NewsController {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final String USUAL = "20";

    private final NewsQueries news;
    private final ContentTag tag;
    private final Clock clock;

    NewsController(NewsQueries news, ContentTag tag, Clock clock) {
        this.news = news;
        this.tag = tag;
        this.clock = clock;
    }

    record NewsList(List<NewsItem> news, Instant asOf) {}

    /// @param cursor the key of the last item before; one that is gone meanwhile ends the list
    @GetMapping
    @Operation(summary = "What is reported elsewhere of tools and their releases, the latest first")
    ResponseEntity<NewsList> list(
            @RequestParam(required = false) @Nullable String tool,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String size = limit == null ? USUAL : limit;
        if (!LIMIT.matcher(size).matches()) {
            throw InvalidInput.of("/limit", "must be a whole number from 1 to 100");
        }
        int most = Integer.parseInt(size);
        List<NewsItem> found = news.latest(plain(tool), plain(cursor), most + 1);
        List<NewsItem> page = found.size() > most ? found.subList(0, most) : found;
        Instant asOf =
                page.stream().map(NewsItem::updatedAt).max(Instant::compareTo).orElseGet(() -> clock.instant());
        String next = found.size() > most ? page.getLast().key() : null;
        // The tag is of the items alone: an empty list tells another time each time.
        return NextPage.answer(tag.of(page), next).body(new NewsList(page, asOf));
    }

    @GetMapping("/{key}")
    @Operation(summary = "One news item")
    ResponseEntity<NewsItem> item(@PathVariable String key) {
        return tag.ok(news.byKey(key.replace("\0", "")).orElseThrow(NewsNotFound::new));
    }

    /// No text of the database holds a NUL.
    private static @Nullable String plain(@Nullable String words) {
        return words == null ? null : words.replace("\0", "");
    }
}
