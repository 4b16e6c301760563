package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Markup;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.WaitingMail;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AlertIT extends AlertInfrastructure {

    private final Reader ada;

    AlertIT(@Autowired JdbcClient jdbc) {
        ada = Reader.subscribed(jdbc);
    }

    private List<String> mails() {
        return new WaitingMail(jdbc).to(ada.email());
    }

    private String link(String page) {
        Matcher link = Pattern.compile("/newsletter/" + page + "\\?token=[A-Za-z0-9_-]+")
                .matcher(mails().getLast());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Test
    void whatHappensAtAboutTheSameTimeComesInOneMail() {
        known();
        follows(ada, "tool", slug);
        pause(ada, true);
        price("Pro $15", "Pro $20", 2);
        status("active", "acquired", 3);
        verdict(9);
        soon().until(() -> notes(ada) == 3);
        pause(ada, false);
        soon().until(() -> !mails().isEmpty());

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("3 changes since the last alert")
                        .contains("price from Pro $15 to Pro $20")
                        .contains("status from active to acquired")
                        .contains("the panel's verdict from ship to mixed")
                        .contains("/tool/" + slug)
                        .contains("/newsletter/unfollow?token=", "/newsletter/alerts?token="));
        assertThat(settledNotes(ada)).hasSize(3);
    }

    @Test
    void ofAToolThatWasTakenDownSinceNothingIsTold() {
        known();
        follows(ada, "tool", slug);
        pause(ada, true);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> notes(ada) == 1);
        takeDown();
        pause(ada, false);
        soon().until(() -> settledNotes(ada).size() == 1);
        assertThat(mails()).isEmpty();
    }

    @Test
    void anEventThatComesAgainIsToldOnce() {
        known();
        follows(ada, "tool", slug);
        follows(ada, "category", "category-" + tool);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> mails().size() == 1);
        price("Pro $15", "Pro $20", 2);
        price("Pro $15", "Pro $20", 3);
        price("Pro $20", "Pro $25", 4, "2026-11-24T12:40:00Z");
        soon().until(() -> mails().size() == 2);

        assertThat(mails())
                .satisfiesExactlyInAnyOrder(
                        mail -> assertThat(mail).contains("One change", "Pro $15 to Pro $20"),
                        mail -> assertThat(mail).contains("One change", "Pro $20 to Pro $25"));
        assertThat(notes(ada)).isEqualTo(2);
    }

    @Test
    void aPairACategoryAndACriticAreFollowedToo() {
        known();
        UUID other = UUID.randomUUID();
        knownAs(other, "other-" + other, "elsewhere");
        publish("review.critic.v1", "builder", critic());
        soon().until(() -> follow(ada, "{\"target\": {\"kind\": \"critic\", \"key\": \"builder\"}}")
                        .statusCode()
                < 300);
        Reader ofPair = Reader.subscribed(jdbc);
        Reader ofCategory = Reader.subscribed(jdbc);
        Reader ofOther = Reader.subscribed(jdbc);
        JsonNode pair = follows(ofPair, "pair", slug + "-vs-other-" + other);
        assertThat(pair.at("/target/key").stringValue()).isEqualTo("other-" + other + "-vs-" + slug);
        follows(ofCategory, "category", "category-" + tool);
        follows(ofOther, "tool", "other-" + other);
        verdict(9);
        // The panel's and four critics'.
        settled(5);

        soon().until(() -> !mails().isEmpty());
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("The Builder's verdict is ship", "Stop following critic The Builder")
                        .doesNotContain("the panel's", "Skeptic"));
        for (Reader reader : List.of(ofPair, ofCategory)) {
            soon().until(() -> !new WaitingMail(jdbc).to(reader.email()).isEmpty());
            assertThat(new WaitingMail(jdbc).to(reader.email()).getFirst())
                    .contains("the panel's verdict from ship to mixed", "One change");
        }
        assertThat(new WaitingMail(jdbc).to(ofPair.email()).getFirst())
                .contains("Stop following pair Mistral 3B and Mistral 3B");
        assertThat(new WaitingMail(jdbc).to(ofCategory.email()).getFirst())
                .contains("Stop following category Developer Tools");
        assertThat(notes(ofOther)).isZero();
    }

    @Test
    void everyVerdictGoesToWhoPrefersThatAndOfTheTopicsOnly() {
        known();
        Reader elsewhere = Reader.subscribed(jdbc);
        prefer(ada, "frequency=each");
        prefer(elsewhere, "frequency=each");
        jdbc.sql("UPDATE subscriber SET topics = '{elsewhere}' WHERE subscriber_id = :id")
                .param("id", elsewhere.id())
                .update();
        price("Pro $15", "Pro $20", 2);
        verdict(9);
        settled(6);

        soon().until(() -> !mails().isEmpty());
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains(
                                "the panel's verdict from ship to mixed", "One change", "Stop following all verdicts"));
        assertThat(notes(elsewhere)).isZero();

        String link = link("unfollow");
        assertThat(get(link).body()).contains("all verdicts");
        postForm(link, "");
        assertThat(ada.row()).containsEntry("frequency", "weekly");
        assertThat(list(ada)).isEmpty();
        prefer(elsewhere, "frequency=weekly");
        assertThat(list(elsewhere)).isEmpty();
    }

    @Test
    void nobodyFollowsAllVerdictsButByPreference() {
        assertThat(follow(ada, "{\"target\": {\"kind\": \"all\", \"key\": \"verdicts\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aKeyThatNoTextOfTheDatabaseCanHoldIsUnknown() {
        for (String kind : List.of("tool", "pair", "category", "critic")) {
            String wish = "{\"target\": {\"kind\": \"" + kind + "\", \"key\": \"a\\u0000b\"}}";
            assertThat(follow(ada, wish).statusCode()).as(kind).isEqualTo(400);
        }
    }

    private void prefer(Reader reader, String form) {
        String token = URI.create(links.preferencesUrl(reader.id())).getQuery();
        assertThat(postForm("/newsletter/preferences", token + "&" + form).statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyWhatIsAskedForAndOnlyWhatIsNewIsTold() {
        known();
        HttpResponse<String> priceOnly =
                follow(ada, "{\"target\": {\"kind\": \"tool\", \"key\": \"" + slug + "\"}, \"events\": [\"price\"]}");
        assertThat(priceOnly.statusCode()).isEqualTo(201);
        price("Pro $10", "Pro $15", 2, "2026-11-24T11:59:00Z");
        status("active", "acquired", 3);
        settled(2);
        assertThat(notes(ada)).isZero();
        price("Pro $15", "Pro $20", 4);
        settled(3);
        assertThat(notes(ada)).isEqualTo(1);
    }

    @Test
    void beyondTheCapOfADayChangesWaitAndComeTogether() {
        known();
        follows(ada, "tool", slug);
        for (int i = 1; i <= 3; i++) {
            price("Pro $" + i, "Pro $" + (i + 1), 1 + i, "2026-11-24T13:0%d:00Z".formatted(i));
            int sent = i;
            soon().until(() -> mails().size() == sent);
        }
        price("Pro $4", "Pro $5", 6, "2026-11-24T13:04:00Z");
        price("Pro $5", "Pro $6", 7, "2026-11-24T13:05:00Z");
        soon().until(() -> notes(ada) == 5);
        assertThat(settledNotes(ada)).hasSize(3);
        assertThat(mails()).hasSize(3);

        jdbc.sql("UPDATE alert_mail SET queued_at = queued_at - interval '25 hours' WHERE subscriber_id = :id")
                .param("id", ada.id())
                .update();
        soon().until(() -> mails().size() == 4);
        assertThat(mails()).filteredOn(mail -> mail.contains("One change")).hasSize(3);
        assertThat(mails())
                .filteredOn(mail -> mail.contains("2 changes"))
                .singleElement()
                .asString()
                .contains("Pro $4 to Pro $5", "Pro $5 to Pro $6");
    }

    @ParameterizedTest
    @CsvSource({"pending,", "unsubscribed,unsubscribed", "confirmed,complaint", "confirmed,hard_bounce"})
    void whoMayNotBeMailedNeitherFollowsNorHears(String status, String suppressed) {
        known();
        follows(ada, "tool", slug);
        jdbc.sql("UPDATE subscriber SET status = :status, suppressed = :suppressed WHERE subscriber_id = :id")
                .param("status", status)
                .param("suppressed", suppressed)
                .param("id", ada.id())
                .update();
        HttpResponse<String> refused =
                follow(ada, "{\"target\": {\"kind\": \"tool\", \"key\": \"%s\"}}".formatted(slug));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("type").stringValue()).endsWith("/not-subscribed");

        price("Pro $15", "Pro $20", 2);
        soon().until(() -> settledNotes(ada).size() == 1);
        assertThat(mails()).isEmpty();
    }

    @Test
    void theLinkInTheMailEndsOneFollowByPostOnly() {
        known();
        follows(ada, "tool", slug);
        follows(ada, "category", "category-" + tool);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> !mails().isEmpty());
        String link = link("unfollow");

        for (int visit = 0; visit < 2; visit++) {
            HttpResponse<String> page = get(link);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<button")
                    .containsAnyOf("tool Windsurf", "category Developer Tools")
                    .doesNotContain(ada.email());
        }
        assertThat(list(ada)).hasSize(2);
        // As a mail program does it: no cookie, no form of ours.
        assertThat(postForm(link, "List-Unsubscribe=One-Click", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(200);
        assertThat(list(ada)).hasSize(1);
        assertThat(postForm(link, "").statusCode()).as("again").isEqualTo(200);
        assertThat(list(ada)).hasSize(1);
        assertThat(ada.row()).as("the newsletter goes on").containsEntry("status", "confirmed");
    }

    @Test
    void theFollowThatStaysTellsWhatAnEndedOneWouldHave() {
        known();
        JsonNode older = follows(ada, "tool", slug);
        follows(ada, "category", "category-" + tool);
        pause(ada, true);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> notes(ada) == 1);
        send("DELETE", FOLLOWS + "/" + older.get("id").stringValue(), "", "X-Subscriber-Token", token(ada));
        pause(ada, false);

        soon().until(() -> !mails().isEmpty());
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("One change", "price from Pro $15 to Pro $20", "Stop following category")
                        .doesNotContain("Stop following tool"));
    }

    @Test
    void tokensOfOtherPurposesDoNotDo() {
        known();
        follows(ada, "tool", slug);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> !mails().isEmpty());
        String unfollow = link("unfollow");
        String alerts = link("alerts");

        assertThat(get(unfollow.replace("/unfollow", "/alerts")).statusCode()).isEqualTo(404);
        assertThat(get(alerts.replace("/alerts", "/unfollow")).statusCode()).isEqualTo(404);
        assertThat(get(alerts.replace("/alerts", "/preferences")).statusCode()).isEqualTo(404);
        assertThat(get(alerts.replace("/alerts", "/unsubscribe")).statusCode()).isEqualTo(404);
        assertThat(get(FOLLOWS, "X-Subscriber-Token", unfollow.substring(unfollow.indexOf('=') + 1))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(FOLLOWS).statusCode()).isEqualTo(401);
    }

    @Test
    void thePageShowsFollowsAndTakesMore() {
        known();
        String page = "/newsletter/alerts?token=" + token(ada);
        assertThat(get(page).body()).contains("Nothing yet").doesNotContain(ada.email());

        assertThat(postForm("/newsletter/alerts", "token=" + token(ada) + "&kind=tool&key=" + slug + "&events=price")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(page).body()).contains("tool Mistral 3B", ">price<");
        HttpResponse<String> unknown =
                postForm("/newsletter/alerts", "token=" + token(ada) + "&kind=critic&key=nobody&events=verdict");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("We know no critic");
        String id = list(ada).get(0).get("id").stringValue();
        postForm("/newsletter/alerts", "token=" + token(ada) + "&stop=" + id);
        assertThat(list(ada)).isEmpty();
    }

    @Test
    void aFormThatIsRefusedComesBackAsItWasTyped() {
        String form = "token=" + token(ada);
        String blank = get("/newsletter/alerts?" + form).body();
        assertThat(blank)
                .contains("<option value=\"tool\" selected=\"selected\">", "value=\"\"")
                .doesNotContain("aria-invalid");
        assertThat(checked(blank)).containsExactly("verdict", "price", "status");

        String unknown = refused(form + "&kind=pair&key=%3Cnobody%3E&events=status&events=price");
        assertThat(unknown)
                .contains("<option value=\"pair\" selected=\"selected\">")
                .doesNotContain("<option value=\"tool\" selected");
        assertThat(tag(unknown, "input id=\"key\""))
                .contains("value=\"&lt;nobody&gt;\"", "aria-invalid=\"true\"", "aria-describedby=\"trouble\"");
        assertThat(checked(unknown)).containsExactly("price", "status");

        String nothing = refused(form + "&kind=critic&key=builder");
        assertThat(nothing).contains("Choose what to hear of it.", "<option value=\"critic\" selected=\"selected\">");
        assertThat(tag(nothing, "input id=\"key\""))
                .contains("value=\"builder\"")
                .doesNotContain("aria-invalid");
        assertThat(tag(nothing, "input type=\"checkbox\"")).contains("aria-invalid=\"true\"");
        assertThat(checked(nothing)).isEmpty();

        String planet = refused(form + "&kind=planet&key=mars&events=price");
        assertThat(tag(planet, "select id=\"kind\"")).contains("aria-invalid=\"true\"");
        assertThat(tag(planet, "input id=\"key\"")).contains("value=\"mars\"");
    }

    private String refused(String form) {
        HttpResponse<String> answer = postForm("/newsletter/alerts", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"trouble\"");
        assertThat(Markup.faults(answer.body())).isEmpty();
        return answer.body();
    }

    private static String tag(String html, String begin) {
        Matcher tag = Pattern.compile("<" + begin + "[^>]*>").matcher(html);
        assertThat(tag.find()).as(begin).isTrue();
        return tag.group();
    }

    private static List<String> checked(String html) {
        return Pattern.compile("<input type=\"checkbox\"[^>]*value=\"([a-z]+)\"[^>]*checked=")
                .matcher(html)
                .results()
                .map(box -> box.group(1))
                .toList();
    }

    @Test
    void followingAgainChangesTheEventsOnly() {
        known();
        JsonNode first = follows(ada, "tool", slug);
        HttpResponse<String> again = follow(
                ada,
                "{\"target\": {\"kind\": \"tool\", \"key\": \"" + slug + "\"}, \"events\": [\"status\", \"price\"]}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("id")).isEqualTo(first.get("id"));
        assertThat(json(again).get("events").valueStream().map(JsonNode::stringValue))
                .containsExactly("price", "status");
        send(
                "DELETE",
                FOLLOWS + "/" + first.get("id").stringValue(),
                "",
                "X-Subscriber-Token",
                token(Reader.subscribed(jdbc)));
        assertThat(list(ada)).as("others end nothing of mine").hasSize(1);
        assertThat(send("DELETE", FOLLOWS + "/" + first.get("id").stringValue(), "", "X-Subscriber-Token", token(ada))
                        .statusCode())
                .isEqualTo(204);
        assertThat(list(ada)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"target\": {\"kind\": \"planet\", \"key\": \"x\"}}",
                "{\"target\": {\"kind\": \"tool\", \"key\": \"not-a-tool\"}}",
                "{\"target\": {\"kind\": \"pair\", \"key\": \"a\"}}",
                "{\"target\": {\"kind\": \"tool\", \"key\": \"x\"}, \"events\": []}",
                "{\"target\": {\"kind\": \"tool\", \"key\": \"x\"}, \"events\": [\"votes\"]}",
                "{\"target\": {\"kind\": \"tool\", \"key\": \"x\"}, \"webhookId\": \"1-1-1-1-1\"}"
            })
    void whatCannotBeFollowedIsToldWhere(String body) {
        HttpResponse<String> answer = follow(ada, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).startsWith("/");
    }

    @Test
    void whoIsErasedFollowsNothing() {
        known();
        follows(ada, "tool", slug);
        postForm("/newsletter/privacy", "email=" + ada.email());
        postForm(new WaitingMail(jdbc).link(ada.email(), "erase"), "");
        assertThat(jdbc.sql("SELECT count(*) FROM follow WHERE subscriber_id = :id")
                        .param("id", ada.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private JsonNode list(Reader reader) {
        return json(get(FOLLOWS, "X-Subscriber-Token", token(reader))).get("follows");
    }

    private static byte[] critic() {
        return sample("review.critic.v1", "builder");
    }
}
