package dev.toolverdicts.review.critic;

import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping(path = "/api/v1/critics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Critics")
class CriticController {

    private static final int MOST = 100;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    private final CriticQueries critics;
    private final ContentTag tag;

    CriticController(CriticQueries critics, ContentTag tag) {
        this.critics = critics;
        this.tag = tag;
    }

    @GetMapping
    @Operation(summary = "The panel, in its order")
    ResponseEntity<CriticView.CriticList> critics(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<CriticView> all = critics.all();
        ListPage<CriticView> page = ListPage.of(
                all, CriticView::key, all.stream().map(CriticView::key).toList(), limit, cursor);
        Instant asOf = all.stream()
                .map(CriticView::asOf)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return page.linked(tag.ok(new CriticView.CriticList(page.items(), asOf)), "/api/v1/critics");
    }

    @GetMapping("/{key}")
    @Operation(summary = "One critic with the verdicts given, newest first")
    ResponseEntity<CriticPage> critic(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        CriticQueries.Page page =
                critics.page(key, limit(limit), cursor(cursor)).orElseThrow(CriticNotFound::new);
        ResponseEntity<CriticPage> answer = tag.ok(page.critic());
        VerdictCursor next = page.next();
        if (next == null) {
            return answer;
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.LINK, "<" + nextPage(key, limit(limit), next) + ">; rel=\"next\"")
                .body(answer.getBody());
    }

    private static String nextPage(String key, int limit, VerdictCursor next) {
        return UriComponentsBuilder.fromPath("/api/v1/critics/{key}")
                .queryParam("limit", limit)
                .queryParam("cursor", next)
                .build(key)
                .toString();
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return MOST;
        }
        if (!LIMIT.matcher(limit).matches()) {
            throw InvalidInput.of("/limit", "must be a whole number from 1 to 100");
        }
        return Integer.parseInt(limit);
    }

    private static @Nullable VerdictCursor cursor(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        return VerdictCursor.parse(cursor)
                .orElseThrow(
                        () -> InvalidInput.of("/cursor", "must be a cursor from the Link header of an earlier answer"));
    }
}
