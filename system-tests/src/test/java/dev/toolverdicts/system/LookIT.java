package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every page is accessible and fits the phone; those of an issue are looked at in
/// WeeklyStoryIT, which makes one.
class LookIT {

    record View(String name, String path) {}

    record DeskView(String name, String path, String role) {}

    private static final List<View> PAGES = List.of(
            new View("home", "/"),
            new View("compare", Sample.SEED_PAGE),
            new View("compare-differences", Sample.SEED_PAGE + "?differences=only"),
            new View("compare-three", "/compare/" + Sample.THREE),
            new View("compare-five", "/compare/" + Sample.FIVE + "?show=cline&show=windsurf"),
            new View("compare-add", "/compare?with=" + Sample.THREE),
            new View("tool", "/tool/" + Sample.MISTRAL),
            new View("alternatives", "/tool/" + Sample.MISTRAL + "/alternatives"),
            new View("category", "/category/developer-tools"),
            new View("category-alternatives", "/category/developer-tools/alternatives"),
            new View("search", "/search?q=llama"),
            new View("search-all", "/search"),
            new View("search-none", "/search?q=qqqqqqqqqq"),
            new View("panel", "/panel"),
            new View("feeds", "/feeds"),
            new View("developers", "/developers"),
            new View("dataset", "/dataset"),
            new View("privacy", "/privacy"),
            new View("terms", "/terms"),
            new View("contact", "/contact"),
            new View("my-votes", "/my-votes"),
            new View("newsletter", "/newsletter"),
            new View("newsletter-privacy", "/newsletter/privacy"),
            new View("weekly", "/weekly"),
            new View("desk-stranger", "/desk"));

    private static final List<DeskView> PAGES_OF_THE_DESK = List.of(
            new DeskView("desk", "/desk/newsletter", "newsletter"),
            new DeskView("desk-import", "/desk/newsletter/import", "newsletter"),
            new DeskView("desk-in-doubt", "/desk/newsletter/in-doubt", "operator"),
            new DeskView("desk-tools", "/desk/tools", "editor"),
            new DeskView("desk-tool", "/desk/tools/" + Sample.MISTRAL, "editor"),
            new DeskView("desk-reviews", "/desk/reviews", "editor"),
            new DeskView("desk-critic", "/desk/reviews/builder", "editor"),
            new DeskView("desk-review", "/desk/reviews/builder/" + Sample.MISTRAL, "editor"),
            new DeskView("desk-votes", "/desk/votes", "moderator"),
            new DeskView("desk-decisions", "/desk/votes/decisions", "moderator"),
            new DeskView("desk-reasons", "/desk/votes/reasons", "moderator"),
            new DeskView("operations", "/desk/operations/vote", "operator"),
            new DeskView("operations-letters", "/desk/operations/catalog/dead-letters", "operator"),
            new DeskView("operations-audit", "/desk/operations/review/audit", "operator"));

    private static final Map<Object, CompletableFuture<Void>> LOOKS = new HashMap<>();

    private static Lookers lookers;

    /// All at once, two at a time; each test tells how its page looked.
    @BeforeAll
    static void look() {
        assumeTrue(Chromium.isThere(), "No Chromium found, so the stories in a browser are skipped");
        Stream.of("newsletter", "operator", "editor", "moderator").forEach(Stack.running()::token);
        lookers = new Lookers();
        PAGES.forEach(page -> LOOKS.put(page, lookers.look(look -> look.at(page.name(), page.path()))));
        PAGES_OF_THE_DESK.forEach(page -> LOOKS.put(
                page,
                lookers.look(look ->
                        look.at(page.name(), page.path(), Stack.running().token(page.role())))));
    }

    @AfterAll
    static void close() {
        if (lookers != null) {
            lookers.close();
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void aPageIsAccessibleAndFitsThePhone(View page) {
        Lookers.await(Objects.requireNonNull(LOOKS.get(page)));
    }

    @ParameterizedTest
    @FieldSource("PAGES_OF_THE_DESK")
    void aPageOfTheDeskIsToo(DeskView page) {
        Lookers.await(Objects.requireNonNull(LOOKS.get(page)));
    }

    @Test
    void whatASubscriberSeesIsToo() {
        var reader = new Subscriber("look");
        seen("newsletter-confirm", reader.confirmLink());
        String preferences = reader.confirm();
        seen("newsletter-preferences", preferences);
        String token = reader.tokenOf("/newsletter/alerts", preferences);
        String alerts = "/newsletter/alerts?token=" + token;
        seen("newsletter-alerts-none", alerts);
        var follow = Map.of("token", token, "kind", "tool", "key", Sample.MISTRAL, "events", "verdict");
        assertThat(reader.visitor().submit("/newsletter/alerts", follow).statusCode())
                .isEqualTo(200);
        seen("newsletter-alerts", alerts);
        seen(
                "newsletter-unsubscribe",
                "/newsletter/unsubscribe?token=" + reader.tokenOf("/newsletter/unsubscribe", preferences));
    }

    private static void seen(String name, String path) {
        Lookers.await(lookers.look(look -> look.at(name, path)));
    }
}
