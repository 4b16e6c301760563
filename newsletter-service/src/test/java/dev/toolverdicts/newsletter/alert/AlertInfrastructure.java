package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import dev.toolverdicts.platform.test.ContractSchemas;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A tool that changes, and somebody who follows.
abstract class AlertInfrastructure extends NewsletterInfrastructure {

    static final String FOLLOWS = "/api/v1/newsletter/follows";
    private static final String TOOLS = "catalog.tool.v1";
    private static final String PANELS = "review.panel.v1";
    private static final String TALLIES = "vote.tally.v1";
    /// After the follows: the tests' clock stands at twelve.
    private static final String LATER = "2026-11-24T12:30:00Z";

    @Autowired
    SubscriptionLinks links;

    final UUID tool = UUID.randomUUID();
    final String slug = "tool-" + tool;

    @AfterEach
    void nobodyFollows() {
        jdbc.sql("DELETE FROM alert_webhook").update();
        jdbc.sql("DELETE FROM follow").update();
        jdbc.sql("DELETE FROM mail_queue").update();
    }

    static byte[] sample(String topic, String name) {
        return Objects.requireNonNull(ContractSchemas.samples(topic).get(name + ".json"), name);
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    /// A tool as the catalog tells it, with nothing changed after the follows.
    void known() {
        knownAs(tool, slug, "category-" + tool);
    }

    void knownAs(UUID id, String itsSlug, String category) {
        var state =
                as(id, sample(TOOLS, "seed-mistral-3b")).put("slug", itsSlug).put("version", 1);
        state.withObject("/category").put("key", category);
        publish(TOOLS, state);
        soon().until(() -> jdbc.sql("SELECT count(*) FROM digest_tool WHERE tool_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 1);
    }

    void price(String from, String to, int version) {
        price(from, to, version, LATER);
    }

    void price(String from, String to, int version, String since) {
        var state = as(tool, sample(TOOLS, "price-changed-windsurf"))
                .put("slug", slug)
                .put("version", version);
        state.withObject("/category").put("key", "category-" + tool);
        state.put("pricingSince", since);
        state.withObject("/pricing").put("text", to);
        state.withObject("/previousPricing").put("text", from);
        publish(TOOLS, state);
    }

    void status(String from, String to, int version) {
        var state = as(tool, sample(TOOLS, "seed-mistral-3b")).put("slug", slug).put("version", version);
        state.withObject("/category").put("key", "category-" + tool);
        publish(TOOLS, state.put("status", to).put("previousStatus", from).put("statusSince", LATER));
    }

    void verdict(int version) {
        var state = as(tool, sample(PANELS, "mixed-after-ship"))
                .put("version", version)
                .put("verdictSince", LATER);
        state.withArray("/reviews").forEach(review -> review.asObject().put("revisedAt", LATER));
        publish(PANELS, state);
    }

    void takeDown() {
        jdbc.sql("UPDATE digest_tool SET taken_down = true WHERE tool_id = :id")
                .param("id", tool)
                .update();
    }

    void votes(int ships, int skips, int version) {
        publish(
                TALLIES,
                as(tool, sample(TALLIES, "three-of-four"))
                        .put("version", version)
                        .put("ships", ships)
                        .put("skips", skips)
                        .put("updatedAt", LATER));
    }

    String token(Reader reader) {
        String url = links.alertsUrl(reader.id());
        return url.substring(url.indexOf("token=") + "token=".length());
    }

    HttpResponse<String> follow(Reader reader, String body) {
        return postJson(FOLLOWS, body, "X-Subscriber-Token", token(reader));
    }

    JsonNode follows(Reader reader, String kind, String key) {
        HttpResponse<String> answer =
                follow(reader, "{\"target\": {\"kind\": \"%s\", \"key\": \"%s\"}}".formatted(kind, key));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    /// Holds mails back until all that is to be in one is noted.
    void pause(Reader reader, boolean paused) {
        jdbc.sql(
                        "UPDATE subscriber SET paused_until = CASE WHEN :paused THEN '2030-01-01Z'::timestamptz END WHERE subscriber_id = :id")
                .param("paused", paused)
                .param("id", reader.id())
                .update();
    }

    int notes(Reader reader) {
        return jdbc.sql("SELECT count(DISTINCT change_id) FROM alert_note WHERE subscriber_id = :id")
                .param("id", reader.id())
                .query(Integer.class)
                .single();
    }

    /// Waits until all that was published of the tool has been read and matched.
    void settled(int changes) {
        soon().until(() -> jdbc.sql("SELECT count(*) FROM alert_change WHERE tool_id = :id AND matched_at IS NOT NULL")
                        .param("id", tool)
                        .query(Integer.class)
                        .single()
                == changes);
    }

    List<String> settledNotes(Reader reader) {
        return jdbc.sql(
                        "SELECT DISTINCT change_id::text FROM alert_note WHERE subscriber_id = :id AND settled_at IS NOT NULL")
                .param("id", reader.id())
                .query(String.class)
                .list();
    }
}
