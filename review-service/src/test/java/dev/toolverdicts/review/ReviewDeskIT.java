package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Critics and editors at work on pages.
class ReviewDeskIT extends RunningService {

    private static final String EDITOR = TestTokens.bearer("editor");
    private static final String BUILDER = TestTokens.critic("builder");
    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    private Tool tool;

    /// Its address stands first in every list.
    @BeforeEach
    void aTool() {
        tool = catalog.knownTool("00-desk-" + UUID.randomUUID());
    }

    private String path() {
        return "/desk/reviews/builder/" + tool.slug();
    }

    private Api.Answer get(String path, String token) {
        return api.get(path, "Authorization", token);
    }

    private Map<String, String> review() {
        var form = new LinkedHashMap<String, String>();
        form.put("version", "0");
        form.put("verdict", "ship");
        form.put("score", "80");
        form.put("body", "One[^1].\r\n\r\nTwo <b>.");
        form.put("handsOn", "yes");
        form.put("authorKind", "ai_drafted");
        form.put("model", "sample-model-1");
        form.put("promptVersion", "");
        form.put("citations", "1 https://example.org/notes Sample notes\r\n");
        form.put("reason", "");
        return form;
    }

    private Api.Answer send(String path, Map<String, String> form, String token) {
        Matcher own = TOKEN.matcher(get(path(), token).text());
        assertThat(own.find()).isTrue();
        var sent = new LinkedHashMap<>(form);
        sent.putIfAbsent("formToken", own.group(1));
        return api.send(
                "POST",
                path,
                BodyPublishers.ofString(sent.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))),
                "Authorization",
                token,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private Api.Answer send(Map<String, String> form) {
        return send(path(), form, BUILDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "newsletter", "moderator"})
    void onlyCriticsAndEditorsComeIn(String role) {
        for (String path : new String[] {"/desk/reviews", "/desk/reviews/builder", path()}) {
            assertThat(api.get(path).status()).isEqualTo(401);
            assertThat(get(path, TestTokens.bearer(role)).status()).isEqualTo(403);
            assertThat(get(path, EDITOR).status()).isEqualTo(200);
        }
    }

    @Test
    void aCriticHasTheOwnDeskAndNobodyElses() {
        assertThat(get("/desk/reviews", BUILDER).status()).isEqualTo(303);
        assertThat(get("/desk/reviews", BUILDER).header("Location")).endsWith("/desk/reviews/builder");
        assertThat(get("/desk/reviews/skeptic", BUILDER).status()).isEqualTo(403);
        assertThat(get("/desk/reviews/skeptic/" + tool.slug(), BUILDER).status())
                .isEqualTo(403);
        assertThat(get("/desk/reviews", TestTokens.bearer("critic")).status()).isEqualTo(403);
        assertThat(get("/desk/reviews", TestTokens.bearer("critic")).text()).contains("names no critic of the panel");
        assertThat(get("/desk/reviews", EDITOR).text())
                .contains("href=\"/desk/reviews/builder\"", "The Skeptic")
                .doesNotContain("<script", " style=", "{{");
        assertThat(get("/desk/reviews/optimist", EDITOR).status()).isEqualTo(404);
        assertThat(get("/desk/reviews/builder/no-such-tool", BUILDER).status()).isEqualTo(404);
    }

    @Test
    void whatIsAssignedWaitsUntilItIsWritten() {
        for (String assigned : new String[] {"builder", "founder"}) {
            assertThat(waiting(assigned)).as(assigned).contains(tool.slug());
        }
        assertThat(waiting("creator")).doesNotContain(tool.slug());

        assertThat(send(review()).status()).isEqualTo(303);

        assertThat(waiting("builder")).doesNotContain(tool.slug());
        String found = get("/desk/reviews/builder?q=" + tool.slug(), BUILDER).text();
        assertThat(found).contains("Ship · 80 · text of", "due by");
        assertThat(get("/desk/reviews/builder?q=%00", BUILDER).text()).contains("No tool has such a name.");
        assertThat(get("/desk/reviews/builder?open=A", BUILDER).status()).isEqualTo(400);
        assertThat(get("/desk/reviews/builder?due=soon", BUILDER).status()).isEqualTo(400);
    }

    private String waiting(String criticKey) {
        String page =
                get("/desk/reviews/" + criticKey, TestTokens.critic(criticKey)).text();
        return page.substring(page.indexOf("id=\"open\""), page.indexOf("id=\"written\""));
    }

    @Test
    void whatIsOldIsDueFirst() {
        assertThat(send(review()).status()).isEqualTo(303);
        jdbc.sql("UPDATE review SET revised_at = revised_at - interval '181 days' WHERE tool_id = ?")
                .param(tool.id())
                .update();

        String page = get("/desk/reviews/builder", BUILDER).text();
        assertThat(page.substring(page.indexOf("id=\"written\"")))
                .containsSubsequence(tool.slug(), "<strong>due since <time");
        assertThat(get("/desk/reviews", EDITOR).text()).containsPattern("builder\"[^\n]*[1-9][0-9]* due for another");
    }

    @Test
    void aReleaseOfALaterDayMakesAReviewDue() {
        assertThat(send(review()).status()).isEqualTo(303);
        jdbc.sql("UPDATE review SET revised_at = revised_at - interval '3 days' WHERE tool_id = ?")
                .param(tool.id())
                .update();
        String yesterday = jdbc.sql("SELECT ((now() AT TIME ZONE 'UTC')::date - 1)::text")
                .query(String.class)
                .single();
        catalog.release(tool, 2, yesterday);
        await().until(() -> catalog.isKnown(tool, 2));

        assertThat(get("/desk/reviews/builder?q=" + tool.slug(), BUILDER).text())
                .contains("<strong>due since <time", "datetime=\"" + yesterday);
    }

    @Test
    void aReviewIsWrittenReadBackAndChangesNothingSentAgain() {
        assertThat(send(review()).header("Location")).endsWith(path());

        Api.Answer stored = api.get(reviewPath(tool.slug(), "builder"));
        assertThat(stored.at("/body")).isEqualTo("One[^1].\n\nTwo <b>.");
        assertThat(stored.at("/score")).isEqualTo("80");
        assertThat(stored.at("/handsOn")).isEqualTo("true");
        assertThat(stored.at("/model")).isEqualTo("sample-model-1");
        assertThat(stored.at("/citations/0/title")).isEqualTo("Sample notes");
        assertThat(get(path(), BUILDER).text())
                .contains("Revision 1 of", "name=\"version\" value=\"1\"", "One[^1].\n\nTwo &lt;b&gt;.</textarea>")
                .contains("1 https://example.org/notes Sample notes</textarea>", "<option value=\"ship\" selected>");

        Map<String, String> again = review();
        again.put("version", "1");
        assertThat(send(again).status()).isEqualTo(303);
        assertThat(api.get(reviewPath(tool.slug(), "builder")).at("/revision")).isEqualTo("1");
    }

    @Test
    void aPreviewPublishesNothing() {
        Map<String, String> form = review();
        form.put("act", "preview");

        Api.Answer preview = send(form);

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text())
                .contains("Nothing is published yet.", "<a href=\"#source-1\">[1]</a>", "<p>Two &lt;b&gt;.</p>");
        assertThat(api.get(reviewPath(tool.slug(), "builder")).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        Map<String, String> form = review();
        form.putAll(
                Map.of("verdict", "", "score", "101", "citations", "one ftp://example.org", "model", "m".repeat(101)));

        Api.Answer wrong = send(form);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text())
                .contains("Some of it cannot be kept; see below.", "id=\"verdict-fault\"", "id=\"model-fault\"")
                .contains("id=\"score-fault\">must be a whole number from 0 to 100</p>")
                .contains("id=\"citations-fault\">source 1: its id must be a whole number from 1 to 99</p>")
                .contains("value=\"101\" aria-invalid=\"true\" aria-describedby=\"score-fault\"", "One[^1].")
                .doesNotContain("id=\"authorKind-fault\"");
        assertThat(api.get(reviewPath(tool.slug(), "builder")).status()).isEqualTo(404);
    }

    @Test
    void anotherVerdictNeedsAReason() {
        send(review());
        Map<String, String> turned = review();
        turned.putAll(Map.of("version", "1", "verdict", "skip", "score", "20"));

        assertThat(send(turned).text()).contains("id=\"reason-fault\">must say why the verdict changes</p>");
        turned.put("reason", "It broke.");
        assertThat(send(turned).status()).isEqualTo(303);
        assertThat(api.get(reviewPath(tool.slug(), "builder")).at("/changeReason"))
                .isEqualTo("It broke.");
    }

    @Test
    void anothersChangeKeepsTheWords() {
        send(review());
        Map<String, String> mine = review();
        mine.putAll(Map.of("version", "1", "body", "Mine[^1]."));
        Map<String, String> theirs = review();
        theirs.putAll(Map.of("version", "1", "body", "Theirs[^1]."));
        assertThat(send(path(), theirs, EDITOR).status()).isEqualTo(303);

        Api.Answer stale = send(mine);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .contains("Somebody has changed this review since you read it.", "name=\"version\" value=\"2\"")
                .containsSubsequence("What is published now", "Theirs", "Mine[^1].</textarea>");
        mine.put("version", "2");
        assertThat(send(mine).status()).isEqualTo(303);
        assertThat(api.get(reviewPath(tool.slug(), "builder")).at("/body")).isEqualTo("Mine[^1].");
    }

    @Test
    void aFormOfAnotherSignInChangesNothing() {
        Map<String, String> form = review();
        form.put("formToken", "old");

        Api.Answer foreign = send(form);

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.text()).contains("not of your present sign-in", "Two &lt;b&gt;.</textarea>");
        assertThat(send(path() + "/withdraw", Map.of("formToken", "old", "sure", "yes"), BUILDER)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aReviewIsWithdrawnOnceSomebodyIsSure() {
        send(review());
        String withdraw = path() + "/withdraw";

        assertThat(send(withdraw, Map.of("version", "1"), BUILDER).text()).contains("id=\"sure-fault\"");
        assertThat(send(withdraw, Map.of("version", "7", "sure", "yes"), BUILDER)
                        .status())
                .isEqualTo(412);
        assertThat(api.get(reviewPath(tool.slug(), "builder")).status()).isEqualTo(200);
        assertThat(send(withdraw, Map.of("version", "1", "sure", "yes"), BUILDER)
                        .header("Location"))
                .endsWith("/desk/reviews/builder");

        assertThat(api.get(reviewPath(tool.slug(), "builder")).status()).isEqualTo(404);
        assertThat(waiting("builder")).contains(tool.slug());
    }
}
