package dev.toolverdicts.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A voter looks at their own page, takes their votes along and deletes them, without scripts.
class MyVotesStoryIT {

    private static Chromium chromium;

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

    @Test
    void aVoterSeesTakesAlongAndDeletesTheirVotes() throws IOException {
        String slug = Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "My Votes " + System.nanoTime());
        Page page = chromium.visitor(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate("/my-votes");
        assertThat(page.locator("main")).containsText("No votes yet");
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> {
            page.navigate("/tool/" + slug);
            return page.locator("form[data-vote='" + slug + "'][data-known=true]")
                            .count()
                    > 0;
        });
        page.locator("form[data-vote='" + slug + "'] button[value=ship]").click();
        awaitShips(slug, 1);

        page.navigate("/my-votes");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Shipped");
        assertThat(page.locator("tbody tr")).containsText("Counted");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "my-votes-one.png")));
        Assertions.assertThat(exported(page).at("/votes/0/choice").asString()).isEqualTo("ship");

        page.locator("a[href='/my-votes/delete']").click();
        assertThat(page.locator("h1")).hasText("Delete all my votes?");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "my-votes-delete.png")));
        page.locator("form[action='/my-votes/delete'] button").click();
        assertThat(page.locator("[role=status]")).containsText("Your votes are deleted");
        assertThat(page.locator("tbody tr")).hasCount(0);
        awaitShips(slug, 0);
        page.context().close();
    }

    private static JsonNode exported(Page page) throws IOException {
        Download download =
                page.waitForDownload(() -> page.locator("a[download]").click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("my-votes.json");
        try (InputStream file = download.createReadStream()) {
            return Stack.JSON.readTree(file);
        }
    }

    private static void awaitShips(String slug, int ships) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> Assertions.assertThat(new Visitor()
                                .json("/api/v1/tools/" + slug + "/tally")
                                .path("ships")
                                .asInt())
                        .isEqualTo(ships));
    }
}
