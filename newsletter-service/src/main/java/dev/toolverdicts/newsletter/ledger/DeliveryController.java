package dev.toolverdicts.newsletter.ledger;

import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Newsletter")
class DeliveryController {

    private static final String PATH = "/api/v1/newsletter/issues/{id}/deliveries";
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final Pattern CURSOR = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// @param progress how many rows are in each state, of the whole ledger
    /// @param perMinute messages handed over in the last minute
    /// @param secondsLeft at that pace
    record DeliveryList(
            List<Delivery> deliveries,
            Map<String, Long> progress,
            long perMinute,
            @Nullable Long secondsLeft,
            Instant asOf) {}

    private final IssueQueries issues;
    private final DeliveryQueries deliveries;
    private final ProgressQueries progress;
    private final LedgerFile file;
    private final ContentTag tag;
    private final Clock clock;

    DeliveryController(
            IssueQueries issues,
            DeliveryQueries deliveries,
            ProgressQueries progress,
            LedgerFile file,
            ContentTag tag,
            Clock clock) {
        this.issues = issues;
        this.deliveries = deliveries;
        this.progress = progress;
        this.file = file;
        this.tag = tag;
        this.clock = clock;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The ledger of an issue, one row for each recipient; all of it as CSV by `Accept: text/csv`",
            security = @SecurityRequirement(name = "token"))
    ResponseEntity<DeliveryList> deliveries(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        check(state, limit, cursor);
        Issue issue = issue(id);
        Instant asOf = clock.instant();
        int size = limit == null ? 100 : Integer.parseInt(limit);
        List<Delivery> rows =
                deliveries.page(issue.id(), state, cursor == null ? null : UUID.fromString(cursor), size + 1);
        Progress soFar = progress.of(issue);
        var body = new DeliveryList(
                rows.stream().limit(size).toList(), soFar.rows(), soFar.perMinute(), soFar.secondsLeft(), asOf);
        ResponseEntity.BodyBuilder answer = ContentTag.answer(tag.of(List.of(body.deliveries(), soFar)));
        if (rows.size() > size) {
            answer.header(
                    HttpHeaders.LINK,
                    "<%s?limit=%d%s&cursor=%s>; rel=\"next\""
                            .formatted(
                                    PATH.replace("{id}", issue.id().toString()),
                                    size,
                                    state == null ? "" : "&state=" + state,
                                    body.deliveries().getLast().subscriberId()));
        }
        return answer.body(body);
    }

    @GetMapping(path = PATH, produces = "text/csv")
    void csv(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            HttpServletResponse response)
            throws IOException {
        check(state, null, null);
        Issue issue = issue(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"deliveries-%s.csv\"".formatted(issue.isoWeek()));
        file.write(issue.id(), state, response.getOutputStream());
    }

    private Issue issue(String id) {
        return issues.byId(IssueId.of(id)).orElseThrow(IssueNotFound::new);
    }

    private static void check(@Nullable String state, @Nullable String limit, @Nullable String cursor) {
        List<Fault> faults = new ArrayList<>();
        if (state != null && !DeliveryQueries.STATES.contains(state)) {
            faults.add(new Fault("/state", DeliveryQueries.ONE_OF_STATES));
        }
        if (limit != null && !LIMIT.matcher(limit).matches()) {
            faults.add(new Fault("/limit", "must be a whole number from 1 to 100"));
        }
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            faults.add(new Fault("/cursor", "must be a cursor from the Link header of an earlier answer"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
