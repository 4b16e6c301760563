package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static dev.toolverdicts.review.Api.reviewsPath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewIT extends RunningService {

    private Tool tool;
    private String builder;

    @BeforeEach
    void aKnownTool() {
        tool = catalog.knownTool("reviewed-" + UUID.randomUUID());
        builder = TestTokens.critic("builder");
    }

    private Api.Answer publish(String verdict, int score, String... headers) {
        return api.review(tool.slug(), "builder", builder, verdict, score, headers);
    }

    private long panelVersion() {
        return jdbc.sql("SELECT version FROM panel WHERE tool_id = :id")
                .param("id", tool.id())
                .query(Long.class)
                .single();
    }

    @Test
    void theFirstReviewIsCreatedAndTheNextRevisesIt() {
        Api.Answer first = publish("skip", 40);
        Api.Answer second = publish("ship", 85);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(reviewPath(tool.slug(), "builder"));
        assertThat(first.at("/critic/name")).isEqualTo("The Builder");
        assertThat(first.at("/critic/role")).isEqualTo("Developer Perspective");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.at("/verdict")).isEqualTo("ship");
        assertThat(second.at("/score")).isEqualTo("85");
        assertThat(second.at("/revision")).isEqualTo("2");
        assertThat(second.at("/publishedAt")).isEqualTo(first.at("/publishedAt"));
        assertThat(api.get(reviewPath(tool.slug(), "builder")).body()).isEqualTo(second.body());
    }

    @Test
    void everyTextIsKeptWithItsAuthor() {
        publish("skip", 40);
        api.review(tool.slug(), "builder", TestTokens.bearer("editor"), "ship", 41);

        assertThat(jdbc.sql("""
                                SELECT revision || ' ' || verdict || ' ' || score || ' ' || revised_by FROM review_revision
                                WHERE tool_id = :id ORDER BY revision
                                """).param("id", tool.id()).query(String.class).list())
                .containsExactly("1 skip 40 builder", "2 ship 41 editor-1");
    }

    @Test
    void theSameReviewOnceMoreChangesNothing() {
        Api.Answer first = publish("ship", 80);
        long version = panelVersion();
        Api.Answer again = publish("ship", 80);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(panelVersion()).isEqualTo(version);
    }

    @Test
    void reviewsAreListedInThePanelsOrderWithTheVerdict() {
        for (String critic : new String[] {"guardian", "skeptic", "builder", "founder"}) {
            api.review(tool.slug(), critic, TestTokens.critic(critic), critic.equals("founder") ? "skip" : "ship", 70);
        }
        Api.Answer list = api.get(reviewsPath(tool.slug()));

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()
                        .get("reviews")
                        .valueStream()
                        .map(item -> item.at("/critic/key").asString()))
                .containsExactly("builder", "skeptic", "founder", "guardian");
        assertThat(list.body().get("panel"))
                .isEqualTo(json.readTree(
                        "{\"ships\":3,\"skips\":1,\"pct\":75,\"verdict\":\"ship\",\"quorum\":4,\"critics\":7}"));
        assertThat(list.at("/tool/slug")).isEqualTo(tool.slug());
        assertThat(list.at("/asOf")).isNotEmpty();
    }

    @Test
    void aToolWithoutReviewsIsPendingWithoutAShare() {
        Api.Answer list = api.get(reviewsPath(tool.slug()));

        assertThat(list.body().get("reviews").isEmpty()).isTrue();
        assertThat(list.body().at("/panel/pct").isNull()).isTrue();
        assertThat(list.at("/panel/verdict")).isEqualTo("pending");
    }

    @Test
    void anUnchangedReadIsNotSentAgain() {
        publish("ship", 80);
        for (String path : new String[] {reviewsPath(tool.slug()), reviewPath(tool.slug(), "builder")}) {
            String tag = api.get(path).header("ETag");
            assertThat(tag).startsWith("\"");
            assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(304);
        }
        String stale = api.get(reviewPath(tool.slug(), "builder")).header("ETag");
        publish("skip", 20);
        assertThat(api.get(reviewPath(tool.slug(), "builder"), "If-None-Match", stale)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWithdrawnReviewIsGoneAndCanComeBack() {
        String path = reviewPath(tool.slug(), "builder");
        publish("ship", 80);

        assertThat(api.delete(path, builder).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.get(path).at("/type")).endsWith("/review-not-found");
        assertThat(api.get(reviewsPath(tool.slug())).body().get("reviews").isEmpty())
                .isTrue();
        assertThat(api.delete(path, builder).status()).isEqualTo(204);

        Api.Answer back = publish("ship", 80);
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.at("/revision")).isEqualTo("2");
    }

    @Test
    void whatWasNeverThereCannotBeWithdrawn() {
        assertThat(api.delete(reviewPath(tool.slug(), "builder"), builder).status())
                .isEqualTo(404);
    }

    @Test
    void aWriteOverAnotherRevisionIsRefused() {
        String old = publish("skip", 40).header("ETag");
        String present = publish("ship", 85, "If-Match", old).header("ETag");

        Api.Answer stale = publish("skip", 10, "If-Match", old);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.at("/type")).endsWith("/stale-version");
        assertThat(api.delete(reviewPath(tool.slug(), "builder"), builder, "If-Match", old)
                        .status())
                .isEqualTo(412);
        assertThat(api.get(reviewPath(tool.slug(), "builder")).at("/score")).isEqualTo("85");
        assertThat(api.delete(reviewPath(tool.slug(), "builder"), builder, "If-Match", present)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aPreconditionOnAMissingReviewFails() {
        assertThat(publish("ship", 80, "If-Match", "*").status()).isEqualTo(412);
        assertThat(publish("ship", 80, "If-None-Match", "*").status()).isEqualTo(201);
        assertThat(publish("skip", 20, "If-None-Match", "*").status()).isEqualTo(412);
    }

    @Test
    void aReviewDisclosesHowItCameAboutAndNamesItsSources() {
        String path = reviewPath(tool.slug(), "builder");
        Api.Answer published = api.put(path, builder, Api.disclosed("ship", 80, "Sample take[^1].", "The first one."));

        assertThat(published.status()).isEqualTo(201);
        assertThat(published.at("/model")).isEqualTo("sample-model-1");
        assertThat(published.at("/promptVersion")).isEqualTo("7");
        assertThat(published.at("/citations/0/title")).isEqualTo("Sample notes");
        assertThat(published.at("/helpfulYes")).isEqualTo("0");
        assertThat(Instant.parse(published.at("/dueAt")))
                .isEqualTo(Instant.parse(published.at("/revisedAt")).plus(Duration.ofDays(180)));
        assertThat(api.get(path).body()).isEqualTo(published.body());
        assertThat(api.get(reviewsPath(tool.slug())).at("/reviews/0/citations/0/url"))
                .isEqualTo("https://example.org/notes");
    }

    @Test
    void aSourceThatTheTextDoesNotNameIsRefused() {
        Api.Answer refused = api.put(
                reviewPath(tool.slug(), "builder"), builder, Api.disclosed("ship", 80, "No mark here.", "None."));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/citations/0/id");
        assertThat(api.get(reviewPath(tool.slug(), "builder")).status()).isEqualTo(404);
    }

    @Test
    void aTurnedVerdictTellsFromWhatSinceWhenAndWhy() {
        String path = reviewPath(tool.slug(), "builder");
        Api.Answer first = publish("skip", 40);
        Api.Answer turned = api.put(path, builder, Api.disclosed("ship", 80, "Better[^1].", "The fault is mended."));
        Api.Answer reworded = api.put(path, builder, Api.disclosed("ship", 82, "Better now[^1].", "A word more."));

        assertThat(first.body().get("previousVerdict").isNull()).isTrue();
        assertThat(first.at("/verdictSince")).isEqualTo(first.at("/publishedAt"));
        assertThat(turned.at("/previousVerdict")).isEqualTo("skip");
        assertThat(turned.at("/verdictSince")).isEqualTo(turned.at("/revisedAt"));
        assertThat(turned.at("/changeReason")).isEqualTo("The fault is mended.");
        assertThat(reworded.at("/revision")).isEqualTo("3");
        assertThat(reworded.at("/verdictSince")).isEqualTo(turned.at("/revisedAt"));
        assertThat(reworded.at("/changeReason")).isEqualTo("The fault is mended.");
    }

    @Test
    void theSameTextForAnotherReasonChangesNothing() {
        String path = reviewPath(tool.slug(), "builder");
        Api.Answer first = api.put(path, builder, Api.disclosed("ship", 80, "Sample take[^1].", "One."));
        Api.Answer again = api.put(path, builder, Api.disclosed("ship", 80, "Sample take[^1].", "Two."));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.get(path + "/revisions").at("/revisions/0/reason")).isEqualTo("One.");
    }

    @Test
    void everyTextIsToldTheLatestFirst() {
        String path = reviewPath(tool.slug(), "builder");
        publish("skip", 40);
        api.put(path, builder, Api.disclosed("ship", 80, "Better[^1].", "The fault is mended."));
        Api.Answer told = api.get(path + "/revisions");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.at("/tool/slug")).isEqualTo(tool.slug());
        assertThat(told.at("/critic/name")).isEqualTo("The Builder");
        assertThat(told.body().get("revisions").size()).isEqualTo(2);
        assertThat(told.at("/revisions/0/body")).isEqualTo("Better[^1].");
        assertThat(told.at("/revisions/0/previousVerdict")).isEqualTo("skip");
        assertThat(told.at("/revisions/0/reason")).isEqualTo("The fault is mended.");
        assertThat(told.at("/revisions/1/body")).isEqualTo("Sample take.");
        assertThat(told.body().at("/revisions/1/previousVerdict").isNull()).isTrue();
        assertThat(told.text()).doesNotContain("revisedBy", "editor-1");
        assertThat(told.at("/asOf")).isEqualTo(told.at("/revisions/0/revisedAt"));
        assertThat(api.get(path + "/revisions", "If-None-Match", told.header("ETag"))
                        .status())
                .isEqualTo(304);
        Api.Answer page = api.get(path + "/revisions?limit=1");
        assertThat(page.body().get("revisions").size()).isEqualTo(1);
        String next = page.header("Link").replaceFirst("^<([^>]+)>.*", "$1");
        assertThat(api.get(next).at("/revisions/0/revision")).isEqualTo("1");
    }

    @Test
    void whatWasWithdrawnIsNotShownLater() {
        String path = reviewPath(tool.slug(), "builder");
        publish("skip", 40);
        api.delete(path, builder);
        assertThat(api.get(path + "/revisions").status()).isEqualTo(404);
        assertThat(api.get(path + "/revisions").at("/type")).endsWith("/review-not-found");
        api.put(path, builder, Api.disclosed("ship", 80, "Better[^1].", "Said too early."));
        Api.Answer told = api.get(path + "/revisions");

        assertThat(told.body().at("/revisions/1/body").isNull()).isTrue();
        assertThat(told.at("/revisions/1/withdrawnAt")).isNotEmpty();
        assertThat(told.at("/revisions/1/verdict")).isEqualTo("skip");
    }

    @Test
    void anEditorWritesForEveryCritic() {
        assertThat(api.review(tool.slug(), "analyst", TestTokens.bearer("editor"), "ship", 66)
                        .status())
                .isEqualTo(201);
    }
}
