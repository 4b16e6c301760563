package dev.toolverdicts.catalog.card;

import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@Tag(name = "Tools")
class CardController {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final Set<String> VERDICTS = Set.of("ship", "mixed", "skip", "pending");
    private static final Set<String> ENTRIES = Set.of("Free", "Paid", "Unknown");
    private static final Set<String> LICENSES =
            Set.of("osi_open", "open_weight_restricted", "source_available", "proprietary", "unknown");

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
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var faults = new ArrayList<Fault>();
        known(faults, "/verdict", verdict, VERDICTS);
        known(faults, "/entry", entry, ENTRIES);
        known(faults, "/licenseClass", licenseClass, LICENSES);
        known(faults, "/sort", sort, Set.of("newest", "panel", "community", "trending"));
        if (!LIMIT.matcher(limit).matches()) {
            faults.add(new Fault("/limit", "must be a whole number from 1 to 100"));
        }
        text(faults, "/q", q);
        text(faults, "/category", category);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        Sort order = Sort.valueOf(sort.toUpperCase(Locale.ROOT));
        if (cursor != null && CardCursor.parse(cursor, order).isEmpty()) {
            throw InvalidInput.of("/cursor", "must be a cursor from an earlier answer to the same request");
        }
        return answer(
                new CardFilter(category, q, verdict, entry, licenseClass, order, Integer.parseInt(limit), cursor));
    }

    private ResponseEntity<ToolList> answer(CardFilter filter) {
        CardPage page = cards.list(filter);
        Instant asOf = page.cards().stream()
                .map(ToolCard::asOf)
                .max(Instant::compareTo)
                .orElseGet(() -> clock.instant());
        var body = new ToolList(page.cards(), asOf);
        ResponseEntity.BodyBuilder answer = ContentTag.answer(tag.of(body));
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + next(page.next()) + ">; rel=\"next\"");
        }
        return answer.body(body);
    }

    /// Without scheme and host: the client came by another address than this service has.
    private static String next(String cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
    }

    private static void known(List<Fault> faults, String pointer, @Nullable String value, Set<String> words) {
        if (value != null && !words.contains(value)) {
            faults.add(new Fault(
                    pointer,
                    "must be one of "
                            + String.join(", ", words.stream().sorted().toList())));
        }
    }

    private static void text(List<Fault> faults, String pointer, @Nullable String value) {
        if (value != null && (value.length() > 200 || value.chars().anyMatch(Character::isISOControl))) {
            faults.add(new Fault(pointer, "must be at most 200 characters without control characters"));
        }
    }
}
