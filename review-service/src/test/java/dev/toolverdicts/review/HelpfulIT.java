package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static dev.toolverdicts.review.Api.reviewsPath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HelpfulIT extends RunningService {

    private Tool tool;
    private String path;
    private String page;

    @BeforeEach
    void aReview() {
        tool = catalog.knownTool("helpful-" + UUID.randomUUID());
        api.review(tool.slug(), "builder", TestTokens.critic("builder"), "ship", 80);
        path = reviewPath(tool.slug(), "builder") + "/helpful";
        page = "/tool/" + tool.slug() + "/reviews/builder";
    }

    private static String voter() {
        return UUID.randomUUID().toString();
    }

    private Api.Answer say(String voter, String answer) {
        return api.send(
                "PUT",
                path,
                BodyPublishers.ofString("{\"helpful\": \"%s\"}".formatted(answer)),
                "Cookie",
                "voter=" + voter,
                "Content-Type",
                "application/json");
    }

    private Api.Answer submit(String voter, String answer, String formToken) {
        return api.send(
                "POST",
                page + "/helpful",
                BodyPublishers.ofString("helpful=%s&formToken=%s"
                        .formatted(answer, URLEncoder.encode(formToken, StandardCharsets.UTF_8))),
                "Cookie",
                "voter=" + voter,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void aVoterSaysItOnceAndMayChangeIt() {
        String voter = voter();
        Api.Answer yes = say(voter, "yes");
        assertThat(yes.status()).isEqualTo(200);
        assertThat(yes.at("/helpful")).isEqualTo("yes");
        assertThat(yes.at("/yes")).isEqualTo("1");
        assertThat(yes.header("Cache-Control")).contains("no-store");
        say(voter, "yes");
        Api.Answer no = say(voter, "no");

        assertThat(no.at("/helpful")).isEqualTo("no");
        assertThat(no.at("/yes")).isEqualTo("0");
        assertThat(no.at("/no")).isEqualTo("1");
        assertThat(say(voter(), "yes").at("/yes")).isEqualTo("1");
        assertThat(api.get(path, "Cookie", "voter=" + voter).at("/helpful")).isEqualTo("no");
    }

    @Test
    void anAnswerCanBeTakenBack() {
        String voter = voter();
        say(voter, "yes");
        Api.Answer back = api.send("DELETE", path, BodyPublishers.noBody(), "Cookie", "voter=" + voter);

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body().get("helpful").isNull()).isTrue();
        assertThat(back.at("/yes")).isEqualTo("0");
        assertThat(api.send("DELETE", path, BodyPublishers.noBody(), "Cookie", "voter=" + voter)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void fiftyAtOnceOfOneVoterAreOneAnswer() {
        String voter = voter();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> sent = IntStream.range(0, 50)
                    .mapToObj(i -> hands.submit(() -> say(voter, i % 2 == 0 ? "yes" : "no")))
                    .toList();
            assertThat(sent).hasSize(50);
        }
        JsonNode said = api.get(path, "Cookie", "voter=" + voter).body();

        assertThat(said.get("yes").intValue() + said.get("no").intValue()).isEqualTo(1);
    }

    @Test
    void whoHasNoCookieGetsOne() {
        Api.Answer first = api.get(path);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Set-Cookie")).startsWith("voter=");
        assertThat(first.body().get("helpful").isNull()).isTrue();
    }

    @Test
    void theSumsAreToldWithTheReviewAndByTheEventOnceForACrowd() {
        for (int i = 0; i < 20; i++) {
            say(voter(), i < 15 ? "yes" : "no");
        }
        Api.Answer review = api.get(reviewPath(tool.slug(), "builder"));
        assertThat(review.at("/helpfulYes")).isEqualTo("15");
        assertThat(review.at("/helpfulNo")).isEqualTo("5");
        assertThat(api.get(reviewsPath(tool.slug())).at("/reviews/0/helpfulYes"))
                .isEqualTo("15");

        var record = topics.await("review.panel.v1", tool.id().toString(), 3);
        ContractSchemas.validate("review.panel.v1", record.value());
        assertThat(topics.value(topics.records("review.panel.v1", tool.id().toString())
                                .getLast())
                        .at("/reviews/0/helpfulYes")
                        .intValue())
                .isPositive();
        assertThat(topics.records("review.panel.v1", tool.id().toString())).hasSizeLessThan(10);
    }

    @Test
    void answersAreAboutTheTextThatWasRead() {
        String voter = voter();
        say(voter, "yes");
        String tag = api.get(reviewPath(tool.slug(), "builder")).header("ETag");
        Api.Answer revised =
                api.review(tool.slug(), "builder", TestTokens.critic("builder"), "skip", 20, "If-Match", tag);

        assertThat(revised.status()).isEqualTo(200);
        assertThat(revised.at("/helpfulYes")).isEqualTo("0");
        assertThat(api.get(path, "Cookie", "voter=" + voter)
                        .body()
                        .get("helpful")
                        .isNull())
                .isTrue();
        assertThat(say(voter, "no").at("/no")).isEqualTo("1");
        assertThat(jdbc.sql("SELECT count(*) FROM helpful_answer WHERE tool_id = :id")
                        .param("id", tool.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTheVoterThereIsAHash() {
        say("somebody-" + tool.id(), "yes");

        assertThat(jdbc.sql("SELECT voter FROM helpful_answer WHERE tool_id = :id")
                        .param("id", tool.id())
                        .query(String.class)
                        .single())
                .matches("[0-9a-f]{64}")
                .doesNotContain("somebody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"helpful\": \"maybe\"}", "{\"helpful\": null}", "{\"helpful\": true}", "{}", "[]"})
    void anythingElseIsNoAnswer(String body) {
        Api.Answer answer = api.send(
                "PUT",
                path,
                BodyPublishers.ofString(body),
                "Cookie",
                "voter=" + voter(),
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/helpful");
    }

    @Test
    void whatIsNotThereCannotBeHelpful() {
        assertThat(api.get(reviewPath(tool.slug(), "skeptic") + "/helpful").at("/type"))
                .endsWith("/review-not-found");
        assertThat(api.get(reviewPath(tool.slug(), "optimist") + "/helpful").at("/type"))
                .endsWith("/critic-not-found");
        assertThat(api.get(reviewPath("no-such-tool", "builder") + "/helpful").at("/type"))
                .endsWith("/tool-not-found");
        api.delete(reviewPath(tool.slug(), "builder"), TestTokens.critic("builder"));
        assertThat(say(voter(), "yes").status()).isEqualTo(404);
    }

    @Test
    void aForgedCookieIsClearedAndNothingIsStored() {
        Api.Answer forged = say(FakeVotes.FORGED, "yes");

        assertThat(forged.status()).isEqualTo(400);
        assertThat(forged.at("/type")).endsWith("/voter-cookie-invalid");
        assertThat(forged.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(api.get(path).at("/yes")).isEqualTo("0");
    }

    @Test
    void withoutWhoKnowsTheVotersNobodyIsTakenForAnother() {
        Api.Answer away = say(FakeVotes.AWAY, "yes");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.at("/type")).endsWith("/voter-unknown");
        assertThat(away.header("Retry-After")).isNotEmpty();
        assertThat(api.get(page, "Cookie", "voter=" + FakeVotes.AWAY).status()).isEqualTo(200);
        assertThat(submit(FakeVotes.AWAY, "yes", "any").status()).isEqualTo(503);
    }

    @Test
    void anotherSitesPageSaysNothing() {
        Api.Answer answer = api.send(
                "DELETE", path, BodyPublishers.noBody(), "Cookie", "voter=" + voter(), "Sec-Fetch-Site", "cross-site");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void theFormDoesTheSameForWhoHasReadThePage() {
        String voter = voter();
        Api.Answer made = submit(voter, "yes", FakeVotes.formToken(voter));
        assertThat(made.status()).isEqualTo(303);
        assertThat(made.header("Location")).isEqualTo(page + "#helpful");
        Api.Answer read = api.get(page, "Cookie", "voter=" + voter);
        assertThat(read.text())
                .contains("You said yes. 1 of 1 reader found it helpful.")
                .contains("name=\"formToken\" value=\"" + FakeVotes.formToken(voter) + "\"")
                .contains("Take it back");

        assertThat(submit(voter, "none", FakeVotes.formToken(voter)).status()).isEqualTo(303);
        assertThat(api.get(page, "Cookie", "voter=" + voter).text())
                .contains("No reader has said yet.")
                .doesNotContain("Take it back");
    }

    private Api.Answer submitAnew(String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of(headers));
        return api.send(
                "POST",
                page + "/helpful",
                BodyPublishers.ofString("helpful=yes&formToken="),
                all.toArray(String[]::new));
    }

    @Test
    void ofANewcomerTheBrowsersWordIsTaken() {
        Api.Answer taken = submitAnew("Sec-Fetch-Site", "same-origin");

        assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        assertThat(taken.header("Set-Cookie")).startsWith("voter=");
        assertThat(api.get(path).at("/yes")).isEqualTo("1");
        for (String elsewhere : List.of("same-site", "none")) {
            Api.Answer refused = submitAnew("Sec-Fetch-Site", elsewhere);
            assertThat(refused.status()).as(elsewhere).isEqualTo(403);
            assertThat(refused.text()).contains("Once more, please");
        }
        assertThat(submitAnew().status()).isEqualTo(403);
        assertThat(submitAnew("Cookie", "voter=" + voter(), "Sec-Fetch-Site", "same-origin")
                        .status())
                .as("who has a cookie needs their token")
                .isEqualTo(403);
        assertThat(api.get(path).at("/yes")).isEqualTo("1");
    }

    @Test
    void aFormOfAnotherVoterIsAskedForOnceMore() {
        String voter = voter();
        for (String token : List.of("", FakeVotes.formToken("somebody-else"))) {
            Api.Answer refused = submit(voter, "yes", token);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(refused.text()).contains("Once more, please", FakeVotes.formToken(voter), "value=\"yes\"");
        }
        assertThat(submit(voter, "perhaps", FakeVotes.formToken(voter)).status())
                .isEqualTo(400);
        assertThat(api.get(path).at("/yes")).isEqualTo("0");
    }
}
