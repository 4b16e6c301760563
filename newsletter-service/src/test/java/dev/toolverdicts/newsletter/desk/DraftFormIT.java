package dev.toolverdicts.newsletter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Markup;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What an editor has typed comes back with whatever is said of it.
class DraftFormIT extends DeskInfrastructure {

    private static final String MINE =
            "&subject=Mine&intro=One%0D%0A%0D%0ATwo&kept-1=yes&place-1=2&note-1=My+note&place-2=1&note-2=%3Cb%3E";

    @Test
    void whatSomebodyElseHasStoredIsShownBesideWhatWasTyped() {
        UUID draft = sent.idOf(sent.draft("Both"));
        String path = DESK + "/" + draft;
        assertThat(post(path + "/edit", "version=1&subject=Theirs&intro=Their+words&kept-1=yes&note-1=Their+note")
                        .statusCode())
                .isEqualTo(303);

        var late = post(path + "/edit", "version=1" + MINE);

        assertThat(late.statusCode()).isEqualTo(412);
        assertMineIsIn(late.body());
        assertThat(late.body())
                .contains(
                        "The issue has changed since you opened this page. The last to do so was newsletter-1 (edit,"
                                + " 2026-11-24 12:00:00 UTC).",
                        "href=\"#stored\"",
                        "name=\"version\" value=\"2\"")
                .containsSubsequence("What is stored now", "Theirs", "Their words", "Their note", "Keep these changes");
        assertThat(stored(draft)).containsEntry("subject", "Theirs").containsEntry("version", 2L);

        assertThat(post(path + "/edit", "version=2" + MINE).statusCode())
                .as("now that both have been seen")
                .isEqualTo(303);
        assertThat(stored(draft)).containsEntry("subject", "Mine").containsEntry("intro", "One\n\nTwo");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        UUID draft = sent.idOf(sent.draft("Wrong"));
        String path = DESK + "/" + draft + "/edit";

        var wrong = post(path, "version=1" + MINE.replace("place-1=2", "place-1=x"));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertMineIsIn(wrong.body());
        assertThat(wrong.body())
                .contains(
                        "Nothing is stored yet.",
                        "<a href=\"#place-1\">the place of “Sample &lt;Tool&gt;: from ship to mixed” must be a whole number"
                                + " from 1 to 99999</a>",
                        "<p class=\"trouble\" id=\"place-1-wrong\">must be a whole number from 1 to 99999</p>",
                        "name=\"version\" value=\"1\"")
                .doesNotContain("What is stored now", "place-2-wrong");
        assertThat(field(wrong.body(), "place-1"))
                .contains("value=\"x\"", "aria-invalid=\"true\"", "aria-describedby=\"entry-1 place-1-wrong\"");
        assertThat(field(wrong.body(), "place-2"))
                .contains("value=\"1\"", "aria-describedby=\"entry-2\"")
                .doesNotContain("aria-invalid");
        assertThat(stored(draft)).containsEntry("version", 1L);

        for (String place : new String[] {"0", "-1", "1.5", "100000", "1+1", "%D9%A1"}) {
            assertThat(post(path, "version=1" + MINE.replace("place-1=2", "place-1=" + place))
                            .statusCode())
                    .as("place " + place)
                    .isEqualTo(400);
        }
        var several = post(path, "version=1&subject=&place-1=x&note-2=" + "n".repeat(501));
        assertThat(several.body())
                .contains(
                        "<a href=\"#subject\">subject is needed</a>",
                        "href=\"#place-1\"",
                        "href=\"#note-2\"",
                        "n".repeat(501))
                .doesNotContain("href=\"#intro\"");
        assertThat(post(path, "version=1&subject=All+gone&place-1=1").body())
                .contains("<a href=\"#entries\">the entries must leave something to tell</a>", "id=\"entries\"");
        assertThat(stored(draft)).containsEntry("version", 1L);
        assertThat(post(path, "version=1" + MINE.replace("place-1=2", "place-1="))
                        .statusCode())
                .as("no place is the last one")
                .isEqualTo(303);
    }

    @Test
    void aFormOfAnotherSignInKeepsWhatWasTyped() {
        UUID draft = sent.idOf(sent.draft("Elsewhere"));
        String path = DESK + "/" + draft;

        var foreign = post(path + "/edit", "version=1" + MINE, TOKEN, "old");

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("role=\"alert\"", "not of your present sign-in");
        assertMineIsIn(foreign.body());
        assertThat(stored(draft)).containsEntry("version", 1L);
        assertThat(post(path + "/edit", "version=1" + MINE, TOKEN, formToken(foreign.body()))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whatCannotBeStoredAnyMoreCanBeCopied() {
        UUID draft = sent.idOf(sent.draft("Too late"));
        status(draft, "approved");
        for (Map.Entry<String, Integer> answer : Map.of("1", 409, "7", 412).entrySet()) {
            var late = post(DESK + "/" + draft + "/edit", "version=" + answer.getKey() + MINE);
            assertThat(late.statusCode()).isEqualTo(answer.getValue());
            assertThat(Markup.faults(late.body())).isEmpty();
            assertThat(late.body())
                    .contains("What you typed is not stored", ">One\n\nTwo</textarea>")
                    .doesNotContain("Keep these changes");
            assertThat(field(late.body(), "subject")).contains("value=\"Mine\"", "readonly");
            assertThat(field(late.body(), "note-1")).contains("value=\"My note\"", "readonly");
        }
    }

    @Test
    void aScheduleAndAReasonComeBackToo() {
        UUID draft = sent.idOf(sent.draft("Reasons"));
        String path = DESK + "/" + draft;
        jdbc.sql("UPDATE issue SET author = 'newsletter-1' WHERE issue_id = :id")
                .param("id", draft)
                .update();
        var reason = post(path + "/approve", "override=" + "r".repeat(501));
        assertThat(reason.statusCode()).isEqualTo(400);
        assertThat(reason.body()).contains("the reason must have at most 500 characters");
        assertThat(field(reason.body(), "override")).contains("r".repeat(501), "aria-invalid=\"true\"");

        status(draft, "approved");
        var schedule = post(path + "/schedule", "scheduledAt=2126-11-25T09%3A00&zone=Nowhere");
        assertThat(schedule.statusCode()).isEqualTo(400);
        assertThat(schedule.body())
                .contains("<a href=\"#zone\">the time zone must be a time zone such as Europe/Berlin</a>");
        assertThat(field(schedule.body(), "scheduledAt")).contains("value=\"2126-11-25T09:00\"");
        assertThat(field(schedule.body(), "zone")).contains("value=\"Nowhere\"");
    }

    /// What folds is an element of HTML with a summary, which the keyboard reaches and opens.
    @Test
    void manyEntriesAreFoldedUpByTheirHeadings() {
        UUID few = sent.idOf(sent.draft("Few"));
        assertThat(page(DESK + "/" + few).body()).contains("<details open");

        UUID many = sent.idOf(sent.draft("Many"));
        jdbc.sql("""
                        INSERT INTO issue_entry (issue_id, entry_id, place, dropped, kind, tool_id, slug, since, facts)
                        SELECT :issue, n, n, n = 3, 'new_tool', gen_random_uuid(), 'tool-' || n, now(),
                               jsonb_build_object('name', 'Tool ' || n, 'tagline', 'Sample')
                        FROM generate_series(3, 14) AS n
                        """).param("issue", many).update();
        String html = page(DESK + "/" + many).body();

        assertThat(html)
                .contains("href=\"#next\"", "href=\"#content\"", "href=\"#audit\"")
                .containsSubsequence(
                        "<details>",
                        "<summary><strong>Changed verdicts</strong> · <span>1 of 2 in the mail</span></summary>",
                        "id=\"place-2\"",
                        "</details>",
                        "<details>",
                        "<summary><strong>New tools</strong> · <span>11 of 12 in the mail</span></summary>",
                        "id=\"place-14\"",
                        "</details>",
                        "Keep these changes")
                .doesNotContain("<details open");
        assertThat(post(DESK + "/" + many + "/edit", "version=1&subject=Many&place-1=x&kept-1=yes")
                        .body())
                .as("a form that comes back is open")
                .contains("<details open")
                .doesNotContain("<details>");
    }

    private static void assertMineIsIn(String html) {
        assertThat(Markup.faults(html)).isEmpty();
        assertThat(html).contains(">One\n\nTwo</textarea>");
        assertThat(field(html, "subject")).contains("value=\"Mine\"");
        assertThat(field(html, "note-1")).contains("value=\"My note\"");
        assertThat(field(html, "note-2")).contains("value=\"&lt;b&gt;\"");
        assertThat(Pattern.compile("<input[^>]*name=\"kept-1\"[^>]*checked")
                        .matcher(html)
                        .results())
                .hasSize(1);
        assertThat(Pattern.compile("<input[^>]*name=\"kept-2\"[^>]*checked")
                        .matcher(html)
                        .results())
                .isEmpty();
    }

    private Map<String, Object> stored(UUID issue) {
        return jdbc.sql("SELECT subject, intro, version FROM issue WHERE issue_id = :id")
                .param("id", issue)
                .query()
                .singleRow();
    }
}
