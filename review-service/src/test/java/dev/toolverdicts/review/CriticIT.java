package dev.toolverdicts.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
        assertThat(panel.at("/critics/4/categories/0")).isEqualTo("design-creative");
        assertThat(api.get("/api/v1/critics/builder").body().get("categories").isEmpty())
                .isTrue();
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
    void anUnknownCriticIsNotFound() {
        Api.Answer answer = api.get("/api/v1/critics/optimist");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/critic-not-found");
        assertThat(answer.at("/instance")).isEqualTo("/api/v1/critics/optimist");
    }
}
