package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Voters say which of two tools they would ship, through the gateway and without scripts.
class DuelStoryIT {

    private final Visitor editor = Visitor.bearing(Stack.running().token("editor"));
    private final String name = "Duel Story " + System.nanoTime();
    private final String first = Sample.newTool(editor, name + " a");
    private final String second = Sample.newTool(editor, name + " b");
    private final String pair = first + "-vs-" + second;

    /// A page does not wait for a vote-service that is busy; what is the visitor's own is on it the next time.
    private void awaitPage(Visitor visitor, String... words) {
        await().untilAsserted(() -> assertThat(readable(page(visitor))).contains(words));
    }

    private static String readable(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private HttpResponse<String> page(Visitor visitor) {
        return visitor.get("/compare/" + pair);
    }

    @Test
    void aChoiceShowsOnTheNextPageAndRanksTheCategory() {
        var voter = new Visitor();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(page(voter).statusCode()).isEqualTo(200));
        String back = "/compare/" + pair;
        assertThat(page(voter).body()).contains("name=\"formToken\" value=\"\"");
        awaitPage(voter, "One choice per pair. You can change it.");
        HttpResponse<String> sent = voter.with("Sec-Fetch-Site", "same-origin")
                .submit("/duel/" + pair, Map.of("winner", "b", "formToken", "", "back", back));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains(back);

        String one = "Of 1 choice: " + name + " a 0, " + name + " b 1, a tie 0.";
        awaitPage(voter, "You would ship " + name + " b", one);
        HttpResponse<String> again =
                voter.submit("/duel/" + pair, Map.of("winner", "b", "formToken", voter.formToken(back), "back", back));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(303);
        assertThat(new Visitor()
                        .put("/api/v1/duels/" + pair, "{\"winner\": \"b\"}")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(voter.get("/category/developer-tools").body())
                                .contains("Ranked by duels"));

        assertThat(voter.delete("/api/v1/duels/" + pair).statusCode()).isEqualTo(200);
        awaitPage(voter, "One choice per pair.", one);
    }
}
