package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.NotedActs;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whatever critics and operators do is noted with their name. Operators' acts are the same in every service.
class AuditIT extends RunningService {

    private static final String REVIEW = "/api/v1/tools/{slug}/reviews/{criticKey}";
    private static final String API = "/api/v1/operations/review";
    private static final String DESK = "/desk/operations/review";
    private static final String WHY = "{\"reason\": \"a test\"}";
    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    private final String operator = TestTokens.bearer("operator");

    private long entries(String table) {
        String count = table.equals("review_revision")
                ? "SELECT count(*) FILTER (WHERE revised_by = 'builder') + count(*) FILTER (WHERE withdrawn_by = 'builder')"
                        + " FROM review_revision"
                : "SELECT count(*) FROM " + table + " WHERE actor = 'operator-1'";
        return jdbc.sql(count).query(Long.class).single();
    }

    @Test
    void everyActOfACriticIsNoted() {
        var acts = new NotedActs("review", this::entries);
        Tool tool = catalog.knownTool("audited-" + UUID.randomUUID());
        String critic = TestTokens.critic("builder");

        acts.play("PUT " + REVIEW, () -> answered(201, api.review(tool.slug(), "builder", critic, "ship", 50)));
        acts.play("DELETE " + REVIEW, () -> answered(204, api.delete(reviewPath(tool.slug(), "builder"), critic)));

        // ReviewDeskIT fills in the forms.
        assertThat(acts.unplayed("/operations/", "/desk/reviews")).isEmpty();
    }

    @Test
    void everyActOfAnOperatorIsNoted() {
        var acts = new NotedActs("review", this::entries);
        String letters = API + "/dead-letters";
        String first = letters + "/" + poisoned();
        acts.play("PUT " + letters + "/{id}/note", () -> done(write("PUT", first + "/note", "{\"note\": \"mine\"}")));
        acts.play("POST " + letters + "/{id}/replay", () -> answered(422, write("POST", first + "/replay", WHY)));
        acts.play("POST " + letters + "/{id}/drop", () -> done(write("POST", first + "/drop", WHY)));
        poisoned();
        acts.play("POST " + letters + "/replay", () -> done(write("POST", letters + "/replay", WHY)));
        String one = "{\"reason\": \"a test\", \"ids\": [%d]}".formatted(poisoned());
        assertThat(write("POST", letters + "/drop", WHY).status())
                .as("all of them")
                .isEqualTo(400);
        acts.play("POST " + letters + "/drop", () -> done(write("POST", letters + "/drop", one)));
        String relay = API + "/switches/relay";
        acts.play(
                "PUT " + API + "/switches/{name}",
                () -> done(write("PUT", relay, "{\"paused\": true, \"reason\": \"a test\"}")));

        String token = formToken();
        acts.play(
                "POST " + DESK + "/switches/{name}",
                () -> moved(submit(DESK + "/switches/relay", "paused=false&reason=a+test", token)));
        String page = DESK + "/dead-letters";
        String second = page + "/" + poisoned();
        acts.play("POST " + page + "/{id}/note", () -> moved(submit(second + "/note", "note=mine", token)));
        acts.play(
                "POST " + page + "/{id}/replay",
                () -> answered(422, submit(second + "/replay", "reason=a+test", token)));
        acts.play("POST " + page + "/{id}/drop", () -> moved(submit(second + "/drop", "reason=a+test", token)));
        poisoned();
        acts.play("POST " + page + "/replay", () -> submit(page + "/replay", "reason=a+test", token));

        assertThat(submit(page + "/drop", "reason=a+test&ticked=yes", token).status())
                .isEqualTo(400);
        String ticked = "reason=a+test&ticked=yes&letter-%d=on".formatted(poisoned());
        acts.play("POST " + page + "/drop", () -> done(submit(page + "/drop", ticked, token)));

        // Nothing is built anew here; BrokenRebuildIT of platform/messaging looks at the audit of that.
        assertThat(acts.unplayed(REVIEW, "/desk/reviews", "/rebuilds/")).isEmpty();
    }

    private long poisoned() {
        String key = UUID.randomUUID().toString();
        catalog.publish(key, "{".getBytes(UTF_8));
        return await().until(
                        () -> jdbc.sql("SELECT id FROM dead_letter WHERE record_key = :key")
                                .param("key", key.getBytes(UTF_8))
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        id -> id > 0);
    }

    private String formToken() {
        Matcher token = TOKEN.matcher(api.get(DESK, "Authorization", operator).text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private Api.Answer write(String method, String path, String json) {
        return send(method, path, json, "application/json");
    }

    private Api.Answer submit(String path, String form, String token) {
        return send("POST", path, form + "&formToken=" + token, "application/x-www-form-urlencoded");
    }

    private Api.Answer send(String method, String path, String body, String type) {
        return api.send(method, path, BodyPublishers.ofString(body), "Authorization", operator, "Content-Type", type);
    }

    private static Api.Answer done(Api.Answer answer) {
        return answered(200, answer);
    }

    private static Api.Answer moved(Api.Answer answer) {
        return answered(303, answer);
    }

    private static Api.Answer answered(int status, Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }
}
