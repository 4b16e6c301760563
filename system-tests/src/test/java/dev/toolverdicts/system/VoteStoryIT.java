package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VoteStoryIT {

    private final Visitor voter = new Visitor();
    private String slug = "";

    @BeforeEach
    void aToolOfItsOwn() {
        slug = Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "Vote Story " + System.nanoTime());
    }

    @Test
    void aVoteIsReceiptedAndShowsEverywhere() {
        HttpResponse<String> cast = voter.put("/api/v1/tools/" + slug + "/vote", "{\"choice\": \"ship\"}");

        assertThat(cast.statusCode()).isEqualTo(202);
        JsonNode answer = Stack.JSON.readTree(cast.body());
        assertThat(answer.path("choice").asString()).isEqualTo("ship");
        assertThat(answer.path("receipt").asString()).isNotBlank();
        assertThat(voter.json("/api/v1/tools/" + slug + "/vote").path("choice").asString())
                .isEqualTo("ship");
        awaitPage("You shipped it");
        // It waits two seconds for that, and answers what it knows.
        String after = "/api/v1/tools/" + slug + "/vote?after="
                + answer.path("receipt").asString();
        await().until(() -> voter.json(after).path("counted").asBoolean());
        awaitCommunity(1, 0);
    }

    @Test
    void changingAndWithdrawingLeaveOneVoteOrNone() {
        String path = "/api/v1/tools/" + slug + "/vote";
        voter.put(path, "{\"choice\": \"ship\"}");
        voter.put(path, "{\"choice\": \"ship\"}");
        awaitCommunity(1, 0);
        voter.put(path, "{\"choice\": \"skip\"}");
        awaitCommunity(0, 1);
        assertThat(voter.delete(path).statusCode()).isEqualTo(202);
        awaitCommunity(0, 0);
        assertThat(voter.json(path).path("choice").isNull()).isTrue();
    }

    @Test
    void theFormWorksWithoutScripts() {
        assertThat(awaitPage("One vote per tool")).contains("name=\"formToken\" value=\"\"");
        assertThat(voter.cookies()).as("nobody is asked for a newcomer").doesNotContainKey("voter");

        HttpResponse<String> first = voter.with("Sec-Fetch-Site", "same-origin")
                .submit("/tool/" + slug + "/vote", Map.of("choice", "ship", "formToken", "", "back", "/tool/" + slug));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
        assertThat(voter.cookies()).containsKey("voter");
        awaitPage("You shipped it");
        String token = voter.formToken("/tool/" + slug);
        awaitCommunity(1, 0);

        HttpResponse<String> second = voter.submit(
                "/tool/" + slug + "/vote", Map.of("choice", "skip", "formToken", token, "back", "/tool/" + slug));

        assertThat(second.statusCode()).as(second.body()).isEqualTo(303);
        awaitPage("You skipped it");
        awaitCommunity(0, 1);
    }

    @Test
    void whichOtherSiteSentAVoterStaysWithTheirVote() {
        awaitPage(slug + "/vote");
        Visitor sent = new Visitor().with("Referer", "https://old.news.example.org/item?id=7");
        assertThat(sent.get("/tool/" + slug).statusCode()).isEqualTo(200);
        assertThat(sent.cookies()).containsEntry("arrival", "old.news.example.org");

        sent.with("Referer", Stack.running().url() + "/tool/" + slug)
                .put("/api/v1/tools/" + slug + "/vote", "{\"choice\": \"ship\"}");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(sent.json("/api/v1/my-votes/export")
                                .at("/votes/0/arrivalSite")
                                .asString(""))
                        .isEqualTo("example.org"));
    }

    /// A page does not wait for a vote-service that is busy; the visitor's own vote is on it the next time.
    private String awaitPage(String pattern) {
        return await().until(
                        () -> voter.get("/tool/" + slug).body(),
                        page -> Pattern.compile(pattern).matcher(page).find());
    }

    private void awaitCommunity(int ships, int skips) {
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    Counts expected = new Counts(ships, skips);
                    assertThat(Counts.of(voter.json("/api/v1/tools/" + slug + "/tally")))
                            .isEqualTo(expected);
                    assertThat(Counts.of(voter.json("/api/v1/tools/" + slug).path("community")))
                            .isEqualTo(expected);
                    JsonNode side = voter.json(Sample.comparison(slug))
                            .path("tools")
                            .valueStream()
                            .filter(tool -> tool.path("slug").asString().equals(slug))
                            .findFirst()
                            .orElseThrow();
                    assertThat(Counts.of(side.path("community"))).isEqualTo(expected);
                });
    }
}
