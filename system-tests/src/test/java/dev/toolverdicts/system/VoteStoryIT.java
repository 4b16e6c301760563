package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VoteStoryIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\"[^>]*value=\"([^\"]+)\"");

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
        assertThat(voter.get("/tool/" + slug).body()).contains("You shipped it");
        JsonNode counted =
                voter.json("/api/v1/tools/" + slug + "/vote?after=" + answer.path("receipt").asString());
        assertThat(counted.path("counted").asBoolean()).isTrue();
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
        String page = voter.get("/tool/" + slug).body();
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as("a form token on the page").isTrue();

        HttpResponse<String> answer = voter.submit(
                "/tool/" + slug + "/vote",
                Map.of("choice", "ship", "formToken", token.group(1), "back", "/tool/" + slug));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(voter.get("/tool/" + slug).body()).contains("You shipped it");
        awaitCommunity(1, 0);
    }

    private void awaitCommunity(int ships, int skips) {
        String pair = slug.compareTo(Sample.MISTRAL) < 0 ? slug + "-vs-" + Sample.MISTRAL : Sample.MISTRAL + "-vs-" + slug;
        await().atMost(Duration.ofSeconds(2)).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertCounts(voter.json("/api/v1/tools/" + slug + "/tally"), ships, skips);
            assertCounts(voter.json("/api/v1/tools/" + slug).path("community"), ships, skips);
            JsonNode side = voter.json("/api/v1/comparisons/" + pair).path("tools").valueStream()
                    .filter(tool -> tool.path("slug").asString().equals(slug))
                    .findFirst()
                    .orElseThrow();
            assertCounts(side.path("community"), ships, skips);
        });
    }

    private static void assertCounts(JsonNode counts, int ships, int skips) {
        assertThat(counts.path("ships").asInt(-1)).isEqualTo(ships);
        assertThat(counts.path("skips").asInt(-1)).isEqualTo(skips);
    }
}
