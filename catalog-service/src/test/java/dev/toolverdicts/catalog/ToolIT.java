package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ToolIT extends RunningService {

    private static final String TOOLS = "catalog.tool.v1";

    @Autowired
    private PublishedState state;

    @Test
    void aNewToolIsAnsweredPublishedAndShown() {
        Draft draft = Draft.fresh();
        Api.Answer answer = api.post(draft.json());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(Api.path(answer.at("/slug")));
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.at("/pricing/entryLabel")).isEqualTo("Free");
        assertThat(answer.at("/category/name")).isEqualTo("Developer Tools");

        ConsumerRecord<String, byte[]> event = topics.await(TOOLS, answer.at("/toolId"), 1);
        assertThatCode(() -> ContractSchemas.validate(TOOLS, event.value())).doesNotThrowAnyException();
        assertThat(OwnTopics.header(event, "ce_type")).isEqualTo("dev.toolverdicts.tool.state");
        assertThat(OwnTopics.header(event, "ce_source")).isEqualTo("/catalog-service");
        assertThat(OwnTopics.header(event, "ce_subject")).isEqualTo(answer.at("/toolId"));

        JsonNode card = awaitCard(answer.at("/slug"));
        assertThat(card.at("/name").asString()).isEqualTo(draft.name());
        assertThat(card.at("/panel").toString())
                .isEqualTo("{\"ships\":0,\"skips\":0,\"pct\":null,\"verdict\":\"pending\",\"quorum\":4,\"critics\":7}");
        assertThat(card.at("/community").toString())
                .isEqualTo(
                        "{\"ships\":0,\"skips\":0,\"pct\":null,\"wilsonLow\":null,\"wilsonHigh\":null,\"brigade\":false}");
        assertThat(card.at("/license").toString()).isEqualTo("{\"spdx\":\"Apache-2.0\",\"class\":\"osi_open\"}");
        assertThat(card.propertyNames())
                .containsExactly(
                        "slug",
                        "name",
                        "tagline",
                        "summary",
                        "category",
                        "tags",
                        "websiteUrl",
                        "status",
                        "pricing",
                        "license",
                        "bestFor",
                        "notFor",
                        "repoUrl",
                        "facts",
                        "latestRelease",
                        "panel",
                        "community",
                        "asOf");
    }

    private JsonNode awaitCard(String slug) {
        await().until(() -> api.get(Api.path(slug)).status() == 200);
        return api.get(Api.path(slug)).body();
    }

    @Test
    void theSlugIsMadeFromTheNameAndVsBecomesVersus() {
        String id = UUID.randomUUID().toString();

        assertThat(api.post(Draft.named("Löve vs. Hate " + id).json()).at("/slug"))
                .isEqualTo("love-versus-hate-" + id);
    }

    @Test
    void aSecondToolWithTheSameNameOrSlugIsStoppedWithALink() {
        Api.Added first = api.added(Draft.fresh());
        String name = api.get(Api.path(first.slug())).at("/name");

        Api.Answer sameName = api.post(Draft.named(name.toUpperCase(Locale.ROOT) + "!")
                .with("slug", "s-" + UUID.randomUUID())
                .json());
        Api.Answer sameSlug = api.post(Draft.fresh().with("slug", first.slug()).json());

        for (Api.Answer answer : new Api.Answer[] {sameName, sameSlug}) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/tool-exists");
            assertThat(answer.at("/existing")).isEqualTo(Api.path(first.slug()));
        }
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        String changed = draft.with("tagline", "Another line").json();

        Api.Answer blind = api.write("PUT", Api.path(tool.slug()), changed);
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.at("/type")).endsWith("/if-match-required");
        assertThat(api.put(tool.slug(), "\"7\"", changed).status()).isEqualTo(412);
        assertThat(api.put(tool.slug(), "\"7\"", changed).header("ETag")).isEqualTo("\"1\"");

        Api.Answer answer = api.put(tool.slug(), tool.etag(), changed);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.put(tool.slug(), tool.etag(), draft.json()).status()).isEqualTo(412);
        assertThat(api.getAsEditor(Api.path(tool.slug())).header("ETag")).isEqualTo("\"2\"");
        assertThat(api.getAsEditor(Api.path(tool.slug())).at("/tagline")).isEqualTo("Another line");
    }

    @Test
    void aToolThatIsNotThereIsMissedBeforeTheVersionIs() {
        assertThat(api.write("PUT", Api.path("no-such-tool"), Draft.fresh().json())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void votesAndReviewsDoNotMakeAnEditorsCopyStale() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        others.awaitApplied("catalog-card-panels", others.mixedPanel(tool.toolId(), 5));
        others.awaitApplied("catalog-card-tallies", others.tally(tool.toolId(), 3, 2, 1));
        String cardTag = api.get(Api.path(tool.slug())).header("ETag");

        assertThat(cardTag).isEqualTo("\"1.5.3\"");
        assertThat(api.put(
                                tool.slug(),
                                cardTag,
                                draft.with("tagline", "Another line").json())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSameContentAgainIsNoChange() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);

        assertThat(api.put(tool.slug(), tool.etag(), draft.json()).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void aNewPriceAndANewStatusKeepWhatTheyReplace() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        Draft dearer = draft.with("pricing.text", "Pro $25/mo")
                .with("pricing.model", "paid")
                .with("pricing.entryAmount", json.valueToTree(25))
                .with("status", "acquired");
        assertThat(api.put(tool.slug(), "\"1\"", dearer.json()).status()).isEqualTo(200);
        assertThat(api.put(
                                tool.slug(),
                                "\"2\"",
                                dearer.with("tagline", "Another line").json())
                        .status())
                .isEqualTo(200);

        ConsumerRecord<String, byte[]> event = topics.await(TOOLS, tool.toolId(), 3);
        assertThatCode(() -> ContractSchemas.validate(TOOLS, event.value())).doesNotThrowAnyException();
        JsonNode state = topics.value(event);
        assertThat(state.at("/pricing/text").asString()).isEqualTo("Pro $25/mo");
        assertThat(state.at("/previousPricing/text").asString()).isEqualTo("Free plan; Pro $20/mo");
        assertThat(state.at("/previousStatus").asString()).isEqualTo("active");
        JsonNode second = topics.value(topics.await(TOOLS, tool.toolId(), 2));
        assertThat(state.at("/pricingSince")).isEqualTo(second.at("/updatedAt"));
        assertThat(state.at("/statusSince")).isEqualTo(second.at("/updatedAt"));
    }

    @Test
    void aRenamedToolIsFoundUnderItsOldAddresses() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        String next = "renamed-" + UUID.randomUUID();
        String last = "again-" + UUID.randomUUID();
        assertThat(api.put(tool.slug(), "\"1\"", draft.with("slug", next).json())
                        .status())
                .isEqualTo(200);
        assertThat(api.getAsEditor(Api.path(tool.slug())).header("Location")).isEqualTo(Api.path(next));
        assertThat(api.put(next, "\"2\"", draft.with("slug", last).json()).status())
                .isEqualTo(200);
        awaitCard(last);

        for (String old : new String[] {tool.slug(), next}) {
            Api.Answer moved = api.get(Api.path(old));
            assertThat(moved.status()).isEqualTo(301);
            assertThat(moved.header("Location")).isEqualTo(Api.path(last));
            assertThat(moved.header("Cache-Control")).isEqualTo("max-age=300");
            assertThat(api.post(Draft.fresh().with("slug", old).json()).at("/existing"))
                    .isEqualTo(Api.path(last));
        }
        assertThat(topics.value(topics.await(TOOLS, tool.toolId(), 3))
                        .at("/previousSlugs")
                        .toString())
                .isEqualTo("[\"%s\",\"%s\"]".formatted(tool.slug(), next));
        Api.Answer refused = api.put(tool.slug(), "\"3\"", draft.json());
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.at("/type")).endsWith("/tool-renamed");
        assertThat(refused.at("/current")).isEqualTo(Api.path(last));
        assertThat(refused.header("Link")).isEqualTo("<%s>; rel=\"canonical\"".formatted(Api.path(last)));
        assertThat(api.put("never-" + last, "\"3\"", draft.json()).at("/type")).endsWith("/tool-not-found");
        assertThat(api.put(last, "\"3\"", draft.with("slug", tool.slug()).json())
                        .status())
                .isEqualTo(200);
        assertThat(awaitCard(tool.slug()).at("/name").asString()).isEqualTo(draft.name());
    }

    @Test
    void aReadIsAskedAboutAndNotSentAgain() {
        Api.Added tool = api.added(Draft.fresh());
        Api.Answer card = api.get(Api.path(tool.slug()));
        Api.Answer again = api.get(Api.path(tool.slug()), "If-None-Match", card.header("ETag"));

        assertThat(card.header("ETag")).startsWith("\"1.");
        assertThat(card.header("Vary")).contains("Authorization");
        assertThat(card.at("/asOf")).endsWith("Z");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    void anUnknownToolIsNotFound() {
        for (Api.Answer answer : new Api.Answer[] {
            api.get("/api/v1/tools/no-such-tool"),
            api.getAsEditor("/api/v1/tools/no-such-tool"),
            api.put("no-such-tool", "*", Draft.fresh().json())
        }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/tool-not-found");
        }
    }

    @Test
    void everyEventOfTheTopicFollowsItsSchema() {
        api.added(
                Draft.fresh().with("websiteUrl", (String) null).without("tags").without("bestFor"));

        assertThat(topics.records(TOOLS))
                .isNotEmpty()
                .allSatisfy(event -> assertThatCode(() -> ContractSchemas.validate(TOOLS, event.value()))
                        .as(new String(event.value(), UTF_8))
                        .doesNotThrowAnyException());
    }

    @Test
    void theAuditorCanHaveAToolPublishedAgain() {
        Api.Added tool = api.added(Draft.fresh());
        assertThat(state.topic()).isEqualTo(TOOLS);
        assertThat(state.versions()).containsEntry(tool.toolId(), 1L);

        state.append(List.of(tool.toolId()));

        await().untilAsserted(() -> assertThat(topics.records(TOOLS, tool.toolId()))
                .hasSize(2)
                .extracting(event -> OwnTopics.header(event, "ce_version"))
                .containsOnly("1"));
        assertThat(topics.records(TOOLS, tool.toolId()).stream()
                        .map(event -> new String(event.value(), UTF_8))
                        .distinct())
                .hasSize(1);
    }
}
