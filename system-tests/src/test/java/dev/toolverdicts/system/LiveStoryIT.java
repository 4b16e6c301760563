package dev.toolverdicts.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pages that stay open show what changes meanwhile.
class LiveStoryIT {

    private static final Duration WITHIN = Duration.ofSeconds(2);

    private static Chromium chromium;

    private final Visitor editor = Visitor.bearing(Stack.running().token("editor"));
    private String name = "";
    private String slug = "";

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aToolOfItsOwn() {
        name = "Live Story " + System.nanoTime();
        slug = Sample.newTool(editor, name);
    }

    private void review(String critic) {
        Assertions.assertThat(editor.put(
                                "/api/v1/tools/" + slug + "/reviews/" + critic,
                                Sample.review("ship", 80, "It tells its story."))
                        .statusCode())
                .isEqualTo(201);
    }

    /// Each in a browser of its own: one has only so many connections.
    private static Page stayingOpen(String address) {
        Page page = chromium.visitor(new NewContextOptions());
        page.navigate(address);
        page.evaluate("window.sameDocument = true");
        return page;
    }

    private static void awaitOn(String address, String text) {
        Visitor reader = new Visitor();
        await(address + " shows " + text)
                .pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .until(() -> reader.get(address).body().contains(text));
    }

    /// All are looked at before any is closed: what that takes is not the pages' time.
    private static void assertShownSoon(Map<Page, Locator> shown, long changed) {
        shown.values().forEach(there -> {
            long left = WITHIN.minusNanos(System.nanoTime() - changed).toMillis();
            assertThat(there.first()).isVisible(new IsVisibleOptions().setTimeout((double) Math.max(1, left)));
        });
        shown.keySet().forEach(page -> {
            Assertions.assertThat(page.evaluate("window.sameDocument"))
                    .as(page.url())
                    .isEqualTo(true);
        });
    }

    private static void close(Map<Page, Locator> shown) {
        shown.keySet().forEach(page -> page.context().close());
    }

    @Test
    void aReviewShowsOnEveryOpenPageItConcerns() {
        List.of("builder", "skeptic", "founder").forEach(this::review);
        awaitOn("/tool/" + slug, "3 of 7 critics");

        String row = "[data-live] tr:has(a[href='/tool/" + slug + "']) .chip.ship";
        var shown = new LinkedHashMap<Page, Locator>();
        for (String list : List.of("/", "/category/developer-tools", "/search?q=" + name.replace(" ", "+"))) {
            Page page = stayingOpen(list);
            shown.put(page, page.locator(row));
        }
        Page tool = stayingOpen("/tool/" + slug);
        shown.put(tool, tool.locator("#live-verdict .chip.ship"));
        Page critic = stayingOpen("/reviewer/futurist");
        shown.put(critic, critic.locator("#live-verdicts a[href='/tool/" + slug + "']"));
        shown.forEach((page, there) ->
                Assertions.assertThat(there.count()).as(page.url()).isZero());

        review("futurist");

        assertShownSoon(shown, System.nanoTime());
        close(shown);
    }

    @Test
    void aPriceShowsOnOpenPagesAndTheVoterKeepsTheirVote() {
        awaitOn("/", "/tool/" + slug);
        Page tool = stayingOpen("/tool/" + slug);
        tool.locator("form[data-vote='" + slug + "'] button[value=ship]").click();
        Locator said = tool.locator("form[data-vote='" + slug + "'] [data-said]");
        assertThat(said).containsText("counted");
        Page comparison = stayingOpen(Sample.comparePage(slug));
        Page home = stayingOpen("/");
        var shown = new LinkedHashMap<Page, Locator>();
        shown.put(comparison, comparison.locator("#live-entry-" + slug + " >> text=USD 5 a month"));
        shown.put(home, home.locator("#live-sheet tr:has(a[href='/tool/" + slug + "']) >> text=Now for money"));
        shown.put(tool, tool.locator("#live-details >> text=USD 5 a month"));

        HttpResponse<String> present = editor.get("/api/v1/tools/" + slug);
        HttpResponse<String> written = Visitor.bearing(Stack.running().token("editor"))
                .with("If-Match", present.headers().firstValue("ETag").orElseThrow())
                .put("/api/v1/tools/" + slug, priced(name));
        long changed = System.nanoTime();
        Assertions.assertThat(written.statusCode()).as(written.body()).isEqualTo(200);

        assertShownSoon(shown, changed);
        assertThat(said).containsText("You shipped it");
        close(shown);
    }

    private static String priced(String name) {
        return Sample.tool(name)
                .replace("A tool made by a test", "Now for money")
                .replace(
                        "\"text\": \"Free\", \"model\": \"free\", \"entryAmount\": 0",
                        "\"text\": \"USD 5 a month\", \"model\": \"paid\", \"entryAmount\": 5");
    }

    @Test
    void aToolThatIsTakenDownGoesFromOpenPages() {
        awaitOn("/", "/tool/" + slug);
        Page home = stayingOpen("/");
        Locator row = home.locator("#live-sheet a[href='/tool/" + slug + "']");
        Page tool = stayingOpen("/tool/" + slug);

        Assertions.assertThat(
                        editor.put("/api/v1/tools/" + slug + "/take-down", "{\"reason\": \"Its maker asked for it\"}")
                                .statusCode())
                .isEqualTo(200);

        await().pollInSameThread().atMost(WITHIN.plusSeconds(1)).until(() -> row.count() == 0);
        assertThat(tool.locator("body")).containsText("Its maker asked for it");
        home.context().close();
        tool.context().close();
    }
}
