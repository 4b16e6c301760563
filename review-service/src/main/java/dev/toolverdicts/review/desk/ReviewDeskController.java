package dev.toolverdicts.review.desk;

import static dev.toolverdicts.review.desk.Sheet.escaped;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.review.critic.Critic;
import dev.toolverdicts.review.critic.CriticNotFound;
import dev.toolverdicts.review.critic.CriticQueries;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What waits for a critic and what they have written. Whose desk somebody may open stands in the
/// access rules.
@RestController
@Hidden
@RequestMapping(path = "/desk/reviews", produces = MediaType.TEXT_HTML_VALUE)
class ReviewDeskController {

    private static final int MOST = 50;
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9-]{0,200}");

    private final CriticQueries critics;
    private final ReviewDeskQueries queries;
    private final Clock clock;

    ReviewDeskController(CriticQueries critics, ReviewDeskQueries queries, Clock clock) {
        this.critics = critics;
        this.queries = queries;
        this.clock = clock;
    }

    /// @param more whether there is a next page
    private record Part(List<ToolLine> tools, boolean more) {}

    /// Editors choose a critic, critics have their own desk.
    @GetMapping
    ResponseEntity<String> start(JwtAuthenticationToken caller) {
        if (isEditor(caller)) {
            return Sheet.page(
                    HttpStatus.OK, "Reviews", "", null, ReviewLists.critics(queries.critics(clock.instant())));
        }
        String own = caller.getToken().getClaimAsString("critic_key");
        if (own == null || critics.find(own).isEmpty()) {
            return Sheet.page(
                    HttpStatus.FORBIDDEN,
                    "Reviews",
                    "",
                    "You may write reviews, but your account names no critic of the panel.",
                    "");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/reviews/" + own))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static boolean isEditor(JwtAuthenticationToken caller) {
        return caller.getAuthorities().stream()
                .anyMatch(granted -> "SCOPE_catalog:write".equals(granted.getAuthority()));
    }

    @GetMapping("/{criticKey}")
    ResponseEntity<String> critic(
            @PathVariable String criticKey,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(required = false) @Nullable String due) {
        Critic critic = critics.find(criticKey).orElseThrow(CriticNotFound::new);
        var lists = new ReviewLists(critic.key(), clock.instant());
        String main = lists.search(q) + (q.isBlank() ? own(critic, lists, open, due) : named(critic, lists, q.strip()));
        return Sheet.page(
                HttpStatus.OK,
                critic.name(),
                " · <a href=\"/desk/reviews\">Reviews</a>",
                null,
                "<p class=\"lead\">%s</p>".formatted(escaped(critic.role())) + main);
    }

    private String own(Critic critic, ReviewLists lists, String open, @Nullable String due) {
        if (!ADDRESS.matcher(open).matches()) {
            throw InvalidInput.of("/open", "must be from the link of an earlier page");
        }
        DueCursor after = DueCursor.parse(due)
                .orElseThrow(() -> InvalidInput.of("/due", "must be from the link of an earlier page"));
        Part waiting = part(queries.open(critic.key(), open, MOST + 1));
        Part written = part(queries.current(critic.key(), after, MOST + 1));
        return lists.section(
                        "open",
                        "Waiting for a review",
                        "Nothing waits. Every tool that is assigned has a review.",
                        waiting.tools(),
                        waiting.more() ? "open=" + waiting.tools().getLast().slug() : null)
                + lists.section(
                        "written",
                        "Written, what is due first",
                        "No review yet.",
                        written.tools(),
                        written.more() ? "due=" + cursor(written.tools().getLast()) : null);
    }

    private static DueCursor cursor(ToolLine last) {
        return new DueCursor(Objects.requireNonNull(last.written()).dueAt(), last.toolId());
    }

    private static Part part(List<ToolLine> found) {
        return found.size() <= MOST ? new Part(found, false) : new Part(found.subList(0, MOST), true);
    }

    private String named(Critic critic, ReviewLists lists, String part) {
        // No name has a control character, and the database cannot even be asked for NUL.
        List<ToolLine> found = part.length() > 120 || part.chars().anyMatch(Character::isISOControl)
                ? List.of()
                : queries.named(critic.key(), part, MOST);
        return lists.section("found", "Found", "No tool has such a name.", found, null)
                + "<p class=\"after\"><a href=\"/desk/reviews/%s\">What waits and what is written</a></p>"
                        .formatted(escaped(critic.key()));
    }
}
