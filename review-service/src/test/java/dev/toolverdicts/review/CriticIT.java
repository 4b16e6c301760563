package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static dev.toolverdicts.review.Api.reviewsPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

class CriticIT extends RunningService {

    private static final String TOPIC = "review.critic.v1";

    @Autowired
    private List<PublishedState> published;

    @Autowired
    @Qualifier("criticIntroduction")
    private SmartLifecycle introduction;

    @Test
    void sevenCriticsAreThereFromTheStartInTheirOrder() {
        Api.Answer panel = api.get("/api/v1/critics");

        assertThat(panel.status()).isEqualTo(200);
        assertThat(panel.body()
                        .get("critics")
                        .valueStream()
                        .map(critic -> critic.get("key").asString()))
                .containsExactly("builder", "skeptic", "futurist", "founder", "creator", "analyst", "guardian");
        assertThat(panel.body().get("critics").valueStream()).allSatisfy(critic -> {
            assertThat(critic.get("likes").size()).isEqualTo(3);
            assertThat(critic.get("dislikes").size()).isEqualTo(3);
            assertThat(critic.get("authorKind").asString()).isEqualTo("ai_persona");
        });
        assertThat(api.get("/api/v1/critics", "If-None-Match", panel.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void everyCriticIsPublished() {
        await().untilAsserted(() -> {
            Set<String> keys = topics.records(TOPIC).stream()
                    .peek(record -> ContractSchemas.validate(TOPIC, record.value()))
                    .map(record -> record.key())
                    .collect(Collectors.toSet());
            assertThat(keys).hasSize(7);
        });
        assertThat(published.stream()
                        .filter(state -> state.topic().equals(TOPIC))
                        .findFirst()
                        .orElseThrow()
                        .versions())
                .hasSize(7)
                .containsEntry("analyst", 1L);
    }

    @Test
    void aCriticOfAnotherNameIsPublishedAgainAndSoAreThePanels() {
        Tool tool = catalog.knownTool("renamed-critic-" + UUID.randomUUID());
        api.review(tool.slug(), "guardian", TestTokens.critic("guardian"), "ship", 80);
        jdbc.sql("UPDATE critic SET name = 'The Watchman' WHERE critic_key = 'guardian'")
                .update();

        introduction.start();
        introduction.start();

        var critic = topics.await(TOPIC, "guardian", 2);
        assertThat(topics.value(critic).get("name").asString()).isEqualTo("The Guardian");
        var panel = topics.await("review.panel.v1", tool.id().toString(), 3);
        assertThat(topics.value(panel).at("/reviews/0/criticName").asString()).isEqualTo("The Guardian");
        assertThat(jdbc.sql("SELECT version FROM panel WHERE tool_id = :id")
                        .param("id", tool.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(api.get("/api/v1/tools/" + tool.slug() + "/reviews/guardian").header("ETag"))
                .isEqualTo("\"1.2\"");
    }

    @Test
    void aCriticsPageShowsTheVerdictsNewestFirst() {
        Tool older = catalog.knownTool("older-" + UUID.randomUUID());
        Tool newer = catalog.knownTool("newer-" + UUID.randomUUID());
        String creator = TestTokens.critic("creator");
        api.review(older.slug(), "creator", creator, "skip", 30);
        Api.Answer last = api.review(newer.slug(), "creator", creator, "ship", 90);
        Api.Answer page = api.get("/api/v1/critics/creator");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.at("/name")).isEqualTo("The Creator");
        assertThat(page.at("/role")).isEqualTo("Creative Work");
        assertThat(page.at("/verdicts/0/tool/slug")).isEqualTo(newer.slug());
        assertThat(page.at("/verdicts/0/tool/name")).isEqualTo("Tool " + newer.slug());
        assertThat(page.at("/verdicts/0/verdict")).isEqualTo("ship");
        assertThat(page.at("/verdicts/0/score")).isEqualTo("90");
        assertThat(page.at("/verdicts/0/publishedAt")).isEqualTo(last.at("/publishedAt"));
        assertThat(page.at("/verdicts/1/tool/slug")).isEqualTo(older.slug());
        assertThat(page.at("/asOf")).isEqualTo(last.at("/asOf"));
        assertThat(api.get("/api/v1/critics/creator", "If-None-Match", page.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void theVerdictsComeInPages() {
        String futurist = TestTokens.critic("futurist");
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Tool tool = catalog.knownTool("paged-" + UUID.randomUUID());
            api.review(tool.slug(), "futurist", futurist, "ship", 50);
            slugs.addFirst(tool.slug());
        }
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/critics/futurist?limit=2";
        while (!next.isEmpty()) {
            Api.Answer page = api.get(next);
            page.body()
                    .get("verdicts")
                    .valueStream()
                    .forEach(verdict -> seen.add(verdict.at("/tool/slug").asString()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).startsWith(slugs.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(seen)
                .hasSize(api.get("/api/v1/critics/futurist")
                        .body()
                        .get("reviewed")
                        .intValue());
    }

    @Test
    void thePanelComesInPages() {
        Api.Answer first = api.get("/api/v1/critics?limit=5");
        Api.Answer second = api.get(next(first));

        assertThat(keys(first)).containsExactly("builder", "skeptic", "futurist", "founder", "creator");
        assertThat(keys(second)).containsExactly("analyst", "guardian");
        assertThat(next(second)).isEmpty();
        assertThat(second.at("/asOf")).isEqualTo(first.at("/asOf"));
        assertThat(next(api.get("/api/v1/critics?limit=7"))).isEmpty();
    }

    @Test
    void theReviewsOfAToolComeInPagesAndThePanelCountsThemAll() {
        Tool tool = catalog.knownTool("much-reviewed-" + UUID.randomUUID());
        for (String critic : List.of("guardian", "skeptic", "analyst", "builder")) {
            api.review(tool.slug(), critic, TestTokens.critic(critic), "ship", 60);
        }
        Api.Answer first = api.get(reviewsPath(tool.slug()) + "?limit=2");
        api.delete(reviewPath(tool.slug(), "skeptic"), TestTokens.critic("skeptic"));
        Api.Answer second = api.get(next(first));

        assertThat(first.body()
                        .at("/reviews")
                        .valueStream()
                        .map(review -> review.at("/critic/key").asString()))
                .containsExactly("builder", "skeptic");
        assertThat(first.at("/panel/ships")).isEqualTo("4");
        assertThat(second.body()
                        .at("/reviews")
                        .valueStream()
                        .map(review -> review.at("/critic/key").asString()))
                .containsExactly("analyst", "guardian");
        assertThat(second.at("/panel/ships")).isEqualTo("3");
        assertThat(next(second)).isEmpty();
    }

    private static List<String> keys(Api.Answer panel) {
        return panel.body()
                .get("critics")
                .valueStream()
                .map(critic -> critic.get("key").asString())
                .toList();
    }

    private static String next(Api.Answer page) {
        String link = page.header("Link");
        return link.isEmpty() ? "" : link.substring(1, link.indexOf(">; rel=\"next\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=x", "limit=", "cursor=", "cursor=bm90LW91cnM", "cursor=%C3%A9"})
    void aPageThatMakesNoSenseIsRefused(String query) {
        String reviews = reviewsPath(
                catalog.knownTool("badly-paged-" + UUID.randomUUID()).slug());
        for (String path : List.of("/api/v1/critics/builder?", "/api/v1/critics?", reviews + "?")) {
            Api.Answer answer = api.get(path + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void anUnknownCriticIsNotFound() {
        Api.Answer answer = api.get("/api/v1/critics/optimist");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/critic-not-found");
        assertThat(answer.at("/instance")).isEqualTo("/api/v1/critics/optimist");
    }
}
