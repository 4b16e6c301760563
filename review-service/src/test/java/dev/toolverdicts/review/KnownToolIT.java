package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static dev.toolverdicts.review.Api.reviewsPath;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownToolIT extends RunningService {

    private String unique(String slug) {
        return slug + "-" + UUID.randomUUID();
    }

    private List<String> tables(Tool tool) {
        return jdbc.sql("""
                        SELECT t::text || p::text FROM known_tool t JOIN panel p USING (tool_id) WHERE t.tool_id = :id
                        """).param("id", tool.id()).query(String.class).list();
    }

    @Test
    void replayedToolsChangeNothing() {
        Tool tool = catalog.knownTool(unique("replayed"));
        catalog.publish(tool, 2, "Second name", List.of());
        await().until(() -> catalog.isKnown(tool, 2));
        api.review(tool.slug(), "builder", TestTokens.critic("builder"), "ship", 80);
        topics.await("review.panel.v1", tool.id().toString(), 2);
        List<String> before = tables(tool);

        catalog.publish(tool, 1, "Tool " + tool.slug(), List.of());
        catalog.publish(tool, 2, "Second name", List.of());
        catalog.publish(tool, 2, "Another second name", List.of());
        catalog.knownTool(unique("after-the-replay"));
        catalog.publish(tool, 3, "Third name", List.of());
        await().until(() -> catalog.isKnown(tool, 3));

        assertThat(before).hasSize(1);
        assertThat(before.getFirst()).contains("Second name");
        assertThat(tables(tool).getFirst())
                .isEqualTo(
                        before.getFirst().replace("Second name", "Third name").replaceFirst(",2,", ",3,"));
        assertThat(topics.records("review.panel.v1", tool.id().toString())).hasSize(2);
    }

    /// As after an update from a version that did not keep it, and that has taken in another state beside this one.
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "a-category-before")
    void aStateThatIsReadAgainTellsTheCategory(@Nullable String before) {
        Tool tool = catalog.knownTool(unique("categorised"));
        jdbc.sql("UPDATE known_tool SET category = :before::text WHERE tool_id = :id")
                .param("before", before)
                .param("id", tool.id())
                .update();

        catalog.publish(tool, 1, "Tool " + tool.slug(), List.of());

        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT category FROM known_tool WHERE tool_id = ?")
                        .param(tool.id())
                        .query(String.class)
                        .optional())
                .contains("developer-tools"));
    }

    @Test
    void aNewReleaseMakesItsReviewsDueAndSaysSo() {
        Tool tool = catalog.knownTool(unique("released"));
        api.review(tool.slug(), "builder", TestTokens.critic("builder"), "ship", 80);
        String review = reviewPath(tool.slug(), "builder");
        String page = "/tool/" + tool.slug() + "/reviews/builder";
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        // Midnight may come meanwhile.
        String later = today.plusDays(2).toString();
        catalog.release(tool, 2, today.minusDays(1).toString());
        await().until(() -> catalog.isKnown(tool, 2));
        assertThat(api.get(review).at("/dueAt")).doesNotStartWith(later);

        catalog.release(tool, 3, later);
        await().until(() -> catalog.isKnown(tool, 3));

        assertThat(api.get(review).at("/dueAt")).isEqualTo(later + "T00:00:00Z");
        assertThat(api.get(page).text()).contains("due by <time datetime=\"" + later);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(topics.value(topics.records(
                                                "review.panel.v1", tool.id().toString())
                                        .getLast())
                                .at("/reviews/0/dueAt")
                                .asString())
                        .startsWith(later));
    }

    @Test
    void aToolIsFoundByItsEarlierAddresses() {
        Tool tool = catalog.knownTool(unique("before"));
        Tool renamed = new Tool(tool.id(), unique("after"));
        catalog.publish(renamed, 2, "Renamed", List.of(tool.slug()));
        await().until(() -> catalog.isKnown(renamed, 2));

        assertThat(api.get(reviewsPath(tool.slug())).at("/tool/slug")).isEqualTo(renamed.slug());
        assertThat(api.review(tool.slug(), "builder", TestTokens.critic("builder"), "ship", 80)
                        .header("Location"))
                .contains(renamed.slug());
    }

    @Test
    void reviewsOfAToolThatWasTakenDownAreShownToNobodyAndKept() {
        Tool tool = catalog.knownTool(unique("taken-down"));
        String builder = TestTokens.critic("builder");
        String review = reviewPath(tool.slug(), "builder");
        String page = "/tool/" + tool.slug() + "/reviews/builder";
        api.review(tool.slug(), "builder", builder, "ship", 80);
        assertThat(api.get("/api/v1/critics/builder").text()).contains(tool.slug());
        catalog.takeDown(tool, 2, "Its <b>maker</b> asked for it.");
        await().until(() -> catalog.isKnown(tool, 2));

        for (String address :
                List.of(reviewsPath(tool.slug()), review, review + "/revisions", review + "/helpful", page)) {
            assertThat(api.get(address).status()).as(address).isEqualTo(410);
        }
        Api.Answer gone = api.get(review);
        assertThat(gone.at("/type")).endsWith("/tool-taken-down");
        assertThat(gone.at("/reason")).isEqualTo("Its <b>maker</b> asked for it.");
        assertThat(gone.at("/since")).isEqualTo("2026-11-29T10:00:00Z");
        assertThat(api.get(page).text()).contains("Its &lt;b&gt;maker&lt;/b&gt; asked for it.");
        assertThat(api.get("/api/v1/critics/builder").text()).doesNotContain(tool.slug());
        assertThat(api.review(tool.slug(), "builder", builder, "ship", 81).status())
                .isEqualTo(200);

        catalog.publish(tool, 3, "Tool " + tool.slug(), List.of());
        await().until(() -> catalog.isKnown(tool, 3));
        assertThat(api.get(review).at("/score")).isEqualTo("81");
    }

    @Test
    void aReviewWaitsForAToolThatIsAboutToBeKnown() throws Exception {
        String slug = unique("just-made");
        try (ExecutorService critic = Executors.newSingleThreadExecutor()) {
            Future<Api.Answer> review =
                    critic.submit(() -> api.review(slug, "builder", TestTokens.critic("builder"), "ship", 80));
            // Of the two seconds that it waits most are left for the tool to come.
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            assertThat(review.isDone()).isFalse();
            catalog.publish(slug);

            assertThat(review.get().status()).isEqualTo(201);
        }
    }

    @Test
    void aReviewOfAToolThatDoesNotComeIsRefusedAfterTwoSeconds() {
        long start = System.nanoTime();
        Api.Answer answer = api.review(unique("never-made"), "builder", TestTokens.critic("builder"), "ship", 80);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/type")).endsWith("/tool-not-found");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(10));
    }

    @Test
    void aReadOfAnUnknownToolDoesNotWait() {
        long start = System.nanoTime();

        assertThat(api.get(reviewsPath(unique("never-made"))).status()).isEqualTo(404);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1900));
    }

    @Test
    void whatCannotBeAppliedIsPutAsideAndTheRestGoesOn() {
        Tool refusedByTheDatabase = new Tool(UUID.randomUUID(), unique("nul"));
        String notATool = UUID.randomUUID().toString();
        catalog.publish(notATool, "{\"toolId\": 7".getBytes(UTF_8));
        catalog.publish(refusedByTheDatabase, 1, "bad\0name", List.of());
        Tool good = catalog.knownTool(unique("good"));

        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM dead_letter WHERE record_key IN (:keys)")
                        .param(
                                "keys",
                                List.of(
                                        notATool.getBytes(UTF_8),
                                        refusedByTheDatabase.id().toString().getBytes(UTF_8)))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2));
        assertThat(catalog.isKnown(good, 1)).isTrue();
        assertThat(catalog.isKnown(refusedByTheDatabase, 1)).isFalse();
    }
}
