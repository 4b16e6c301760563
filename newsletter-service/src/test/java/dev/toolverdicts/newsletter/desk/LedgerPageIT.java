package dev.toolverdicts.newsletter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Markup;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.FormToken;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerPageIT extends DeskInfrastructure {

    private static final String OPERATOR = TestTokens.bearer("operator");
    private static final String API = "/api/v1/newsletter/issues/";
    private static final Pattern ROW = Pattern.compile("<th scope=\"row\" id=\"row-([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    /// Nothing of these tests is to be sent by others.
    @AfterEach
    void nothingWaits() {
        jdbc.sql("UPDATE issue SET status = 'cancelled' WHERE status = 'sending'")
                .update();
    }

    @Test
    void aRowTellsItsReplyOnceAndItsTimesInShort() {
        UUID issue = sent.idOf(sent.issue("Told", ""));
        UUID taken = delivery(issue, "taken-" + UUID.randomUUID(), "sent", 250, "250 2.0.0 Ok");
        UUID waiting = delivery(issue, "waiting-" + UUID.randomUUID(), "pending", 451, "451 4.3.0 later");
        jdbc.sql("""
                        UPDATE delivery SET next_attempt_at = '2026-11-29T11:00:00.654321Z',
                            updated_at = '2026-11-29T10:48:09.123456Z'
                        WHERE issue_id = :issue
                        """).param("issue", issue).update();
        String path = DESK + "/" + issue + "/deliveries";

        String html = page(path + "?state=sent").body();
        assertThat(html)
                .contains(
                        ">250 2.0.0 Ok</span>",
                        "<time datetime=\"2026-11-29T10:48:09.123Z\">2026-11-29 10:48:09 UTC</time>")
                .doesNotContain("250 250", "again", "2026-11-29T11:00");
        assertThat(Pattern.compile("</th>\\s*<td>\\s*<span class=\"cell-label\">State and last reply<")
                        .matcher(html)
                        .results())
                .as("the cell that has the whole width of a phone")
                .hasSize(1);
        assertThat(page(path + "?state=pending").body())
                .contains("again <time datetime=\"2026-11-29T11:00:00.654Z\">2026-11-29 11:00:00 UTC</time>");

        var rows =
                json(get(API + issue + "/deliveries", "Authorization", TOKEN)).get("deliveries");
        assertThat(rows.size()).isEqualTo(2);
        rows.forEach(row -> {
            boolean waits = row.get("subscriberId").stringValue().equals(waiting.toString());
            assertThat(row.get("nextAttemptAt").isNull()).isEqualTo(!waits);
            assertThat(row.get("updatedAt").stringValue()).isEqualTo("2026-11-29T10:48:09.123456Z");
        });
        String csv = page(path + ".csv").body();
        assertThat(csv.lines().filter(line -> line.startsWith(taken.toString())))
                .singleElement()
                .asString()
                .contains(",sent,1,,\"250\",\"250 2.0.0 Ok\",", ",2026-11-29T10:48:09.123456Z");
        assertThat(csv.lines().filter(line -> line.startsWith(waiting.toString())))
                .singleElement()
                .asString()
                .contains(",pending,1,\"2026-11-29T11:00:00.654321Z\",\"451\",");
    }

    @Test
    void timesOfAnIssueAreShortToo() {
        UUID issue = sent.idOf(sent.issue("Times", ""));
        jdbc.sql("""
                        UPDATE issue SET started_at = '2026-11-29T10:48:09.123456Z', finished_at = '2026-11-29T10:50:00Z'
                        WHERE issue_id = :issue
                        """).param("issue", issue).update();
        assertThat(page(DESK + "/" + issue).body())
                .contains(
                        "<time datetime=\"2026-11-29T10:48:09.123Z\">2026-11-29 10:48:09 UTC</time>",
                        "<time datetime=\"2026-11-29T10:50:00Z\">2026-11-29 10:50:00 UTC</time>");
    }

    @Test
    void aLongLedgerIsReadPageByPageFilteredAndTakenAlong() {
        UUID issue = sent.idOf(sent.issue("Long", ""));
        jdbc.sql("""
                        WITH readers AS (
                            INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                            SELECT id, id || '@example.org', id || '@example.org', 'unsubscribed', '{}', now()
                            FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 2150)) AS made
                            RETURNING subscriber_id)
                        INSERT INTO delivery (issue_id, subscriber_id, state, domain, attempts, smtp_code, smtp_reply,
                                              message_id, updated_at)
                        SELECT :issue, subscriber_id, 'sent', 'example.org', 1, 250, '250 2.0.0 Ok', '<m@x>', now()
                        FROM readers
                        """).param("issue", issue).update();
        jdbc.sql("""
                        UPDATE delivery SET state = 'rejected' WHERE issue_id = :issue AND subscriber_id IN (
                            SELECT subscriber_id FROM delivery WHERE issue_id = :issue LIMIT 120)
                        """).param("issue", issue).update();
        String path = DESK + "/" + issue + "/deliveries";

        String first = page(path + "?state=rejected").body();
        String second = page(next(first)).body();
        assertThat(rows(first)).hasSize(100);
        assertThat(rows(second)).hasSize(20);
        Set<String> both = new HashSet<>(rows(first));
        both.addAll(rows(second));
        assertThat(both).hasSize(120);
        assertThat(second).doesNotContain("More rows", ">sent</span>");

        assertThat(page(path + ".csv").body().lines()).hasSize(2151);
        assertThat(page(path + ".csv?state=rejected").body().lines()).hasSize(121);
        assertThat(page(DESK + "/" + issue).body())
                .containsSubsequence("?state=rejected\">rejected</a>: <strong>120</strong>", "<strong>2030</strong>");
    }

    @Test
    void whatIsInDoubtIsDecidedWithAButton() {
        UUID issue = sent.idOf(sent.issue("Doubts", ""));
        status(issue, "finished_with_failures");
        UUID arrived = doubt(issue);
        UUID lost = doubt(issue);
        String path = DESK + "/" + issue + "/deliveries";
        String html = page(path + "?state=in_doubt").body();
        assertThat(Markup.faults(html)).isEmpty();
        assertThat(html)
                .contains(
                        "name=\"decision\" value=\"sent\"",
                        "name=\"decision\" value=\"resend\"",
                        "action=\"" + path + "/" + arrived + "/resolve\"",
                        "value=\"&lt;m@x&gt;\"")
                .doesNotContain("<script");

        var decided = resolve(issue, arrived, "decision=sent&state=in_doubt&after=", TOKEN);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(303);
        assertThat(decided.headers().firstValue("Location").orElse("")).endsWith(path + "?state=in_doubt");
        assertThat(resolve(issue, lost, "decision=resend", TOKEN).statusCode()).isEqualTo(303);

        assertThat(state(issue, arrived)).isEqualTo("sent");
        assertThat(state(issue, lost)).isEqualTo("pending");
        assertThat(page(path + "?state=in_doubt").body()).contains("No rows.");
        var again = resolve(issue, arrived, "decision=resend&state=sent", TOKEN);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("role=\"alert\"", "No message to this subscriber is in doubt.");
        assertThat(decisions(issue)).isEqualTo(Map.of(arrived, "sent by newsletter-1", lost, "resend by newsletter-1"));
    }

    @Test
    void aDecisionNeedsAWordAndTheRightForm() {
        UUID issue = sent.idOf(sent.issue("Words", ""));
        UUID doubt = doubt(issue);
        var perhaps = resolve(issue, doubt, "decision=perhaps&state=in_doubt", TOKEN);
        assertThat(perhaps.statusCode()).isEqualTo(400);
        assertThat(perhaps.body()).contains("A decision is either sent or resend.", doubt.toString());
        assertThat(post(DESK + "/" + issue + "/deliveries/" + doubt + "/resolve", "decision=sent", TOKEN, "old")
                        .statusCode())
                .isEqualTo(403);
        assertThat(resolve(issue, UUID.randomUUID(), "decision=sent", TOKEN).statusCode())
                .isEqualTo(409);
        assertThat(resolve(UUID.randomUUID(), doubt, "decision=sent", TOKEN).statusCode())
                .isEqualTo(404);
        status(issue, "cancelled");
        var cancelled = resolve(issue, doubt, "decision=resend", TOKEN);
        assertThat(cancelled.statusCode()).as("mails nobody any more").isEqualTo(409);
        assertThat(state(issue, doubt)).isEqualTo("in_doubt");
        assertThat(decisions(issue)).isEmpty();
    }

    @Test
    void operatorsHaveWhatIsInDoubtAndNothingElse() {
        UUID issue = sent.idOf(sent.issue("Operated", ""));
        UUID other = delivery(issue, "other-" + UUID.randomUUID(), "sent", 250, "250 ok");
        UUID first = doubt(issue);
        UUID second = doubt(issue);
        String path = DESK + "/" + issue + "/deliveries";
        String api = API + issue + "/deliveries";

        for (String closed : List.of(
                DESK,
                DESK + "/import",
                DESK + "/" + issue,
                DESK + "/" + issue + "/preview.txt",
                path,
                path + "?state=",
                path + "?state=sent",
                path + "?state=in_doubt&state=sent",
                path + ".csv",
                path + ".csv?state=sent",
                API + issue + "/figures",
                api,
                api + "?state=rejected")) {
            assertThat(page(closed, OPERATOR).statusCode()).as(closed).isEqualTo(403);
        }
        assertThat(page(DESK + "/in-doubt", OPERATOR).body())
                .contains("href=\"" + path + "?state=in_doubt\"", "<strong>2</strong> in doubt")
                .doesNotContain("href=\"" + DESK + "\"");
        var ledger = page(path + "?state=in_doubt", OPERATOR);
        assertThat(ledger.statusCode()).isEqualTo(200);
        assertThat(Markup.faults(ledger.body())).isEmpty();
        assertThat(rows(ledger.body())).containsExactlyInAnyOrder(first.toString(), second.toString());
        assertThat(ledger.body()).doesNotContain("href=\"" + DESK + "/" + issue + "\"", "?state=sent");
        assertThat(page(path + ".csv?state=in_doubt", OPERATOR).body().lines()).hasSize(3);
        assertThat(json(get(api + "?state=in_doubt", "Authorization", OPERATOR))
                        .get("deliveries")
                        .size())
                .isEqualTo(2);

        var perhaps = resolve(issue, first, "decision=perhaps&state=sent", OPERATOR);
        assertThat(perhaps.statusCode()).isEqualTo(400);
        assertThat(perhaps.body()).as("a form opens no other rows").doesNotContain(other.toString());
        String token = formToken(ledger.body());
        assertThat(post(path + "/" + first + "/resolve", "decision=sent&state=in_doubt", OPERATOR, token)
                        .statusCode())
                .isEqualTo(303);
        assertThat(postJson(api + "/" + second + "/resolve", "{\"decision\": \"sent\"}", "Authorization", OPERATOR)
                        .statusCode())
                .isEqualTo(204);
        assertThat(decisions(issue)).isEqualTo(Map.of(first, "sent by operator-1", second, "sent by operator-1"));
    }

    @Test
    void nobodyElseHasWhatIsInDoubt() {
        UUID issue = sent.idOf(sent.issue("Closed", ""));
        UUID doubt = doubt(issue);
        String path = DESK + "/" + issue + "/deliveries";
        for (String role : List.of("editor", "moderator")) {
            String token = TestTokens.bearer(role);
            assertThat(page(DESK + "/in-doubt", token).statusCode()).isEqualTo(403);
            assertThat(page(path + "?state=in_doubt", token).statusCode()).isEqualTo(403);
            assertThat(page(API + issue + "/deliveries?state=in_doubt", token).statusCode())
                    .isEqualTo(403);
            assertThat(resolve(issue, doubt, "decision=sent", token).statusCode())
                    .isEqualTo(403);
            assertThat(postJson(
                                    API + issue + "/deliveries/" + doubt + "/resolve",
                                    "{\"decision\": \"sent\"}",
                                    "Authorization",
                                    token)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(get(DESK + "/in-doubt").statusCode()).isEqualTo(401);
        assertThat(state(issue, doubt)).isEqualTo("in_doubt");
    }

    private UUID doubt(UUID issue) {
        return delivery(issue, "doubt-" + UUID.randomUUID(), "in_doubt", null, "worker lost at the dot");
    }

    private HttpResponse<String> resolve(UUID issue, UUID subscriber, String form, String token) {
        return post(
                DESK + "/" + issue + "/deliveries/" + subscriber + "/resolve",
                form,
                token,
                FormToken.of(token.substring("Bearer ".length())));
    }

    private String state(UUID issue, UUID subscriber) {
        return jdbc.sql("SELECT state FROM delivery WHERE issue_id = :issue AND subscriber_id = :subscriber")
                .param("issue", issue)
                .param("subscriber", subscriber)
                .query(String.class)
                .single();
    }

    private Map<UUID, String> decisions(UUID issue) {
        return jdbc
                .sql(
                        "SELECT subscriber_id, decision || ' by ' || actor AS told FROM delivery_audit WHERE issue_id = :i")
                .param("i", issue)
                .query((row, _) -> Map.entry(row.getObject("subscriber_id", UUID.class), row.getString("told")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> rows(String html) {
        return ROW.matcher(html).results().map(row -> row.group(1)).toList();
    }

    private static String next(String html) {
        Matcher next = NEXT.matcher(html);
        assertThat(next.find()).as("a link to more").isTrue();
        return next.group(1).replace("&amp;", "&");
    }
}
