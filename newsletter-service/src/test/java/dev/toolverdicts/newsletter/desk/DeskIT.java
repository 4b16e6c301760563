package dev.toolverdicts.newsletter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Markup;
import dev.toolverdicts.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DeskIT extends DeskInfrastructure {

    private static final Pattern IN_PAGE = Pattern.compile("href=\"#([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)\\b[^>]*>");
    private static final Pattern FOR = Pattern.compile("<label[^>]*\\sfor=\"([^\"]+)\"");

    @Test
    void thePagesAreForNewsletterEditors() {
        UUID draft = sent.idOf(sent.draft("Desk"));
        for (String path : List.of(
                DESK,
                DESK + "/import",
                DESK + "/in-doubt",
                DESK + "/" + draft,
                DESK + "/" + draft + "/deliveries",
                DESK + "/" + draft + "/deliveries.csv")) {
            assertThat(get(path).statusCode()).isEqualTo(401);
            assertThat(get(path, "Authorization", TestTokens.bearer("editor")).statusCode())
                    .isEqualTo(403);
            assertThat(page(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(page(DESK + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(page(DESK + "/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageIsSoundAndEveryFieldHasALabel() {
        UUID draft = sent.idOf(sent.draft("Sound"));
        UUID issue = sent.idOf(sent.issue("Sent", ""));
        UUID approved = sent.idOf(sent.draft("Approved"));
        status(approved, "approved");
        ledger(issue);
        delivery(issue, "doubt-" + UUID.randomUUID(), "in_doubt", null, "worker lost at the dot");
        for (String path : List.of(
                DESK,
                DESK + "/import",
                DESK + "/in-doubt",
                DESK + "/" + draft,
                DESK + "/" + draft + "?checks=true",
                DESK + "/" + approved,
                DESK + "/" + issue,
                DESK + "/" + issue + "/deliveries")) {
            String html = page(path).body();
            assertThat(Markup.faults(html)).as(path).isEmpty();
            assertThat(unlabelled(html)).as(path).isEmpty();
            assertThat(leadingNowhere(html)).as(path).isEmpty();
            assertThat(html)
                    .contains("<html lang=\"en\"", "skip-link", "<main id=\"main\"", "<h1")
                    .doesNotContain("<script", "onclick", "tabindex=\"1\"", " style=");
            assertThat(Pattern.compile("<h1").matcher(html).results()).hasSize(1);
        }
    }

    @Test
    void anEditorArrangesApprovesSchedulesAndCancelsWithForms() {
        UUID draft = sent.idOf(sent.draft("By hand"));
        String path = DESK + "/" + draft;

        var edited = post(
                path + "/edit",
                "version=1&subject=By+hand+2&intro=Hello&kept-1=yes&place-1=2&note-1=Look&kept-2=yes&place-2=1");
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(303);
        assertThat(edited.headers().firstValue("Location").orElse("")).endsWith(path);
        assertThat(page(path).body())
                .containsSubsequence("entry-2", "entry-1")
                .contains("value=\"By hand 2\"", ">Hello</textarea>", "value=\"Look\"");

        assertThat(post(path + "/edit", "version=1&subject=Stale&kept-1=yes").statusCode())
                .isEqualTo(412);
        var empty = post(path + "/edit", "version=2&subject=&kept-1=yes");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("role=\"alert\"", "subject is needed");

        assertThat(field(page(path).body(), "override")).as("who wrote it").contains("required");
        var alone = post(path + "/approve", "");
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body())
                .contains(
                        "approves an issue, or they say why nobody else can.",
                        "<a href=\"#override\">the reason is needed")
                .doesNotContain("{&quot;", "{\"");
        assertThat(field(alone.body(), "override"))
                .contains("aria-invalid=\"true\"", "aria-describedby=\"override-wrong\"");
        assertThat(leadingNowhere(alone.body())).isEmpty();
        jdbc.sql("""
                        INSERT INTO issue_audit (issue_id, version, at, actor, action, to_status)
                        VALUES (:id, 1000, now(), 'another', 'edit', 'draft')
                        """).param("id", draft).update();
        assertThat(page(path).body()).as("a second person").doesNotContain("id=\"override\"");
        assertThat(post(path + "/approve", "").statusCode()).isEqualTo(303);
        assertThat(page(path).body())
                .contains("Schedule", "Send", "newsletter-1")
                .doesNotContain("Keep these changes");
        var nowhere = post(path + "/schedule", "scheduledAt=2026-11-25T09%3A00&zone=Mars%2FBase");
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body())
                .contains("<a href=\"#zone\">the time zone must be a time zone such as Europe/Berlin</a>");
        assertThat(field(nowhere.body(), "zone"))
                .contains("value=\"Mars/Base\"", "aria-invalid=\"true\"", "aria-describedby=\"zone-wrong\"");
        assertThat(field(nowhere.body(), "scheduledAt"))
                .contains("value=\"2026-11-25T09:00\"")
                .doesNotContain("aria-invalid");
        assertThat(leadingNowhere(nowhere.body())).isEmpty();
        var neither = post(path + "/schedule", "scheduledAt=soon&zone=");
        assertThat(neither.statusCode()).isEqualTo(400);
        assertThat(field(neither.body(), "zone")).contains("aria-invalid=\"true\"");
        assertThat(field(neither.body(), "scheduledAt")).contains("aria-describedby=\"scheduledAt-wrong\"");
        assertThat(post(path + "/schedule", "scheduledAt=2126-11-25T09%3A00&zone=Europe%2FBerlin")
                        .statusCode())
                .isEqualTo(303);
        var illegal = post(path + "/pause", "");
        assertThat(illegal.statusCode()).isEqualTo(409);
        assertThat(illegal.body()).contains("role=\"alert\"", "An issue that is scheduled has no move pause.");
        assertThat(post(path + "/cancel", "sure=on").statusCode()).isEqualTo(303);
        assertThat(page(path).body()).contains("cancelled", "Nothing more to do.");
    }

    @Test
    void whoWroteLastApprovesWithAReasonAndSoDoesWhoDrafted() {
        for (boolean drafted : List.of(true, false)) {
            UUID draft = sent.idOf(sent.draft("Alone"));
            String path = DESK + "/" + draft;
            if (drafted) {
                jdbc.sql("UPDATE issue SET author = 'newsletter-1' WHERE issue_id = :id")
                        .param("id", draft)
                        .update();
            } else {
                post(path + "/edit", "version=1&subject=Mine&kept-1=yes");
            }
            assertThat(page(path).body()).contains("id=\"override\"");
            passEveryCheck(draft);
            var approved = post(path + "/approve", "override=Everybody+is+ill");
            assertThat(approved.statusCode()).as(approved.body()).isEqualTo(303);
            assertThat(page(path).body()).contains("Everybody is ill");
            post(path + "/cancel", "sure=on");
        }
    }

    /// No reason goes over a failed check.
    private void passEveryCheck(UUID issue) {
        String links = "{{unsubscribe_url}}\n{{preferences_url}}\n";
        jdbc.sql("UPDATE issue SET html = :links, text = :text WHERE issue_id = :id")
                .param("links", links)
                .param("text", links + "One\nTwo\nThree\nStreet 1, Town\n")
                .param("id", issue)
                .update();
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        UUID draft = sent.idOf(sent.draft("Foreign"));
        String path = DESK + "/" + draft + "/cancel";
        assertThat(postForm(path, "sure=on", "Authorization", TOKEN).statusCode())
                .isEqualTo(403);
        assertThat(postForm(path, "sure=on&formToken=guess", "Authorization", TOKEN)
                        .statusCode())
                .isEqualTo(403);
        String other = formToken(page(DESK).body());
        assertThat(postForm(path, "formToken=" + other, "Authorization", TOKEN, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(jdbc.sql("SELECT status FROM issue WHERE issue_id = :id")
                        .param("id", draft)
                        .query(String.class)
                        .single())
                .isEqualTo("draft");
    }

    @Test
    void theLedgerIsFilteredAndTakenAlong() {
        UUID issue = sent.idOf(sent.issue("Ledger", ""));
        String rejected = ledger(issue);
        String path = DESK + "/" + issue + "/deliveries";
        assertThat(page(path).body())
                .contains(rejected, "550", "5.1.1 no such user")
                .containsPattern("ok-[0-9a-f]{8}-");
        // With a part of its id: a token on the page may spell the rest.
        assertThat(page(path + "?state=rejected").body()).contains(rejected).doesNotContainPattern("ok-[0-9a-f]{8}-");
        assertThat(page(path + "?state=in_doubt").body()).contains("No rows.");

        for (String unknown : List.of("?state=foo", "?state=SENT")) {
            var answer = page(path + unknown);
            assertThat(answer.statusCode()).as(unknown).isEqualTo(400);
            assertThat(Markup.faults(answer.body())).isEmpty();
            assertThat(answer.body())
                    .contains("role=\"alert\"", "The state must be one of at_dot, claimed,", "No rows.")
                    .doesNotContain(rejected);
            var file = page(path + ".csv" + unknown);
            assertThat(file.statusCode()).as("file " + unknown).isEqualTo(400);
            assertThat(file.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(file.body()).contains("must be one of at_dot").doesNotContain(rejected);
        }
        assertThat(page(path + ".csv?state=").body().lines()).as("all").hasSize(3);

        String csv = page(path + ".csv?state=rejected").body();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).startsWith("subscriber_id,email,state").contains("\"'=HYPERLINK\"\"x\"\" 5.1.1 no such user\"");

        String api = "/api/v1/newsletter/issues/" + issue + "/deliveries";
        var first = get(api + "?limit=1", "Authorization", TOKEN);
        assertThat(json(first).get("deliveries").size()).isEqualTo(1);
        assertThat(json(first).at("/progress/rejected").intValue()).isEqualTo(1);
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
        assertThat(json(get(next, "Authorization", TOKEN)).get("deliveries").size())
                .isEqualTo(1);
        assertThat(get(api, "Authorization", TOKEN, "Accept", "text/csv").body().lines())
                .hasSize(3);
        assertThat(get(api + "?state=lost", "Authorization", TOKEN).statusCode())
                .isEqualTo(400);
        assertThat(get(api).statusCode()).isEqualTo(401);
    }

    @Test
    void progressTellsThePaceAndTheTimeThatIsLeft() {
        UUID issue = sent.idOf(sent.issue("Pace", ""));
        for (int i = 0; i < 4; i++) {
            delivery(issue, "sent-" + UUID.randomUUID(), "sent", 250, "2.0.0 Ok");
        }
        for (int i = 0; i < 10; i++) {
            delivery(issue, "open-" + UUID.randomUUID(), i == 0 ? "claimed" : "pending", 0, "");
        }
        delivery(issue, "left-" + UUID.randomUUID(), "suppressed", 0, "");
        jdbc.sql("""
                        UPDATE delivery SET updated_at = CASE WHEN subscriber_id = (
                                SELECT min(subscriber_id::text)::uuid FROM delivery WHERE issue_id = :id AND state = 'sent')
                            THEN :now::timestamptz - interval '2 minutes' ELSE :now::timestamptz - interval '20 seconds' END
                        WHERE issue_id = :id
                        """).param("now", NOW.toString()).param("id", issue).update();
        String api = "/api/v1/newsletter/issues/" + issue + "/deliveries";

        status(issue, "sending");
        var sending = json(get(api, "Authorization", TOKEN));
        assertThat(sending.get("perMinute").asInt()).isEqualTo(3);
        assertThat(sending.get("secondsLeft").asInt()).isEqualTo(200);
        assertThat(page(DESK + "/" + issue).body()).contains("3 messages in the last minute, about 4 minutes left.");

        status(issue, "paused");
        var paused = json(get(api, "Authorization", TOKEN));
        assertThat(paused.get("secondsLeft").isNull()).isTrue();
        assertThat(page(DESK + "/" + issue).body()).doesNotContain("in the last minute");
        status(issue, "finished");
    }

    private String ledger(UUID issue) {
        delivery(issue, "ok-" + UUID.randomUUID(), "sent", 250, "2.0.0 Ok");
        String gone = "gone-" + UUID.randomUUID();
        delivery(issue, gone, "rejected", 550, "=HYPERLINK\"x\" 5.1.1 no such user");
        return gone;
    }

    /// Links to a place of the page that is not there.
    private static List<String> leadingNowhere(String html) {
        return IN_PAGE.matcher(html)
                .results()
                .map(link -> link.group(1))
                .filter(id -> !html.contains(" id=\"" + id + "\""))
                .toList();
    }

    /// Fields that nothing names: neither a label that points at them nor one around them.
    private static List<String> unlabelled(String html) {
        var named = FOR.matcher(html).results().map(label -> label.group(1)).toList();
        var unlabelled = new ArrayList<String>();
        FIELD.matcher(html).results().forEach(field -> {
            String tag = field.group();
            boolean wrapped = html.substring(Math.max(0, field.start() - 20), field.start())
                    .contains("<label");
            boolean pointedAt = named.stream().anyMatch(id -> tag.contains(" id=\"" + id + "\""));
            if (!tag.contains("type=\"hidden\"") && !wrapped && !pointedAt) {
                unlabelled.add(tag);
            }
        });
        return unlabelled;
    }
}
