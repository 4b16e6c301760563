package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.test.NotedActs;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.FormToken;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whatever an editor does is noted with their name, in the transaction of the act.
class AuditIT extends RunningService {

    private static final String EDITOR = TestTokens.bearer("editor");
    private static final String REASON = "{\"reason\": \"Its maker asked for it\"}";
    private static final String API = "/api/v1/tools/{slug}";
    private static final String DESK = "/desk/tools/{slug}";

    private long entries(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE actor = 'editor-1'")
                .query(Long.class)
                .single();
    }

    @Test
    void everyActOfAnEditorIsNoted() {
        var acts = new NotedActs("catalog", this::entries);
        Draft draft = Draft.fresh();
        Api.Added tool = acts.play("POST /api/v1/tools", () -> api.added(draft));
        String path = Api.path(tool.slug());
        String desk = "/desk/tools/" + tool.slug();

        acts.play(
                "PUT " + API,
                () -> done(api.put(
                        tool.slug(),
                        tool.etag(),
                        draft.with("tagline", "Changed").json())));
        acts.play("PUT " + API + "/take-down", () -> done(api.write("PUT", path + "/take-down", REASON)));
        acts.play("DELETE " + API + "/take-down", () -> done(api.write("DELETE", path + "/take-down", "")));
        acts.play("POST " + DESK, () -> moved(submit(desk, changed(draft, path))));
        releases(acts, path, desk);
        news(acts, tool.slug());
        acts.play("POST " + DESK + "/take-down", () -> moved(submit(desk + "/take-down", Map.of("reason", "Asked"))));
        acts.play("POST " + DESK + "/bring-back", () -> moved(submit(desk + "/bring-back", Map.of())));

        // Operators' acts are the same in all services: see OperationsIT of review-service and BrokenRebuildIT.
        assertThat(acts.unplayed("/operations/", "/actuator/rebuild")).isEmpty();
        assertThat(jdbc.sql("SELECT action FROM operation_audit WHERE subject = :tool ORDER BY id")
                        .param("tool", "tool:" + tool.slug())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "tool-add",
                        "tool-change",
                        "tool-change",
                        "release-keep",
                        "release-remove",
                        "release-keep",
                        "release-remove");
    }

    private void releases(NotedActs acts, String path, String desk) {
        String released = "{\"releasedOn\": \"2026-11-01\"}";
        acts.play("PUT " + API + "/releases/{label}", () -> made(api.write("PUT", path + "/releases/1.0", released)));
        acts.play("DELETE " + API + "/releases/{label}", () -> gone(api.write("DELETE", path + "/releases/1.0", "")));
        Map<String, String> release = Map.of("label", "2.0", "releasedOn", "2026-11-01");
        acts.play("POST " + DESK + "/releases", () -> moved(submit(desk + "/releases", release)));
        acts.play("POST " + DESK + "/releases/remove", () -> moved(submit(desk + "/releases/remove", release)));
    }

    private void news(NotedActs acts, String slug) {
        String path = "/api/v1/news/audit-" + UUID.randomUUID();
        String told = """
                {"title": "News", "url": "https://news.example/a", "publishedOn": "2026-11-20", "tools": ["%s"]}
                """.formatted(slug);
        acts.play("PUT /api/v1/news/{key}", () -> made(api.write("PUT", path, told)));
        acts.play("DELETE /api/v1/news/{key}", () -> gone(api.write("DELETE", path, "")));
    }

    @Test
    void whatIsRefusedIsNotNoted() {
        Api.Added tool = api.added(Draft.fresh());
        long before = entries("operation_audit");

        assertThat(api.put(tool.slug(), "\"7\"", Draft.fresh().json()).status()).isEqualTo(412);
        assertThat(api.post("{}").status()).isEqualTo(400);

        assertThat(entries("operation_audit")).isEqualTo(before);
    }

    private Map<String, String> changed(Draft draft, String path) {
        Map<String, String> form = new HashMap<>(Map.of(
                "tagline", "Changed at the desk",
                "summary", "A summary.",
                "category", "developer-tools",
                "status", "active",
                "pricing.text", "Free",
                "pricing.model", "free",
                "pricing.entryAmount", "0",
                "pricing.currency", "USD",
                "license.class", "osi_open",
                "facts.price.verified", "yes"));
        form.put("name", draft.body().path("name").asString());
        form.put("license.spdx", "MIT");
        form.put("pricing.capturedAt", api.getAsEditor(path).at("/pricing/capturedAt"));
        form.put("version", api.getAsEditor(path).at("/version"));
        return form;
    }

    private Api.Answer submit(String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("formToken", FormToken.of(EDITOR.substring("Bearer ".length())));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return api.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Authorization",
                EDITOR,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void whoDidWhatIsOnlyAddedTo() {
        for (String table : List.of("tool_take_down", "fact_change")) {
            for (String change : List.of("UPDATE %s SET actor = 'nobody'", "DELETE FROM %s", "TRUNCATE %s")) {
                assertThatThrownBy(() -> jdbc.sql(change.formatted(table)).update())
                        .hasMessageContaining(table + " is only added to");
            }
        }
    }

    private static Api.Answer done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static Api.Answer made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static Api.Answer gone(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        return answer;
    }

    private static Api.Answer moved(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer;
    }
}
