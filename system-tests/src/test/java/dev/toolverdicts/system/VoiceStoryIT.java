package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A voter says who they are, through the gateway and without scripts, and stands beside the critic
/// of that role.
class VoiceStoryIT {

    private final Visitor editor = Visitor.bearing(Stack.running().token("editor"));
    private final String slug = Sample.newTool(editor, "Voice Story " + System.nanoTime());
    private final Visitor voter = new Visitor();

    private HttpResponse<String> page() {
        return voter.get("/tool/" + slug);
    }

    private static String readable(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Map<String, String> saying(String token) {
        return Map.of("role", "founder", "reason", "It pays for itself.", "formToken", token);
    }

    @Test
    void aRoleShowsBesideItsCriticAndGoesWithTheVote() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(page().statusCode()).isEqualTo(200));
        assertThat(new Visitor()
                        .with("Sec-Fetch-Site", "same-origin")
                        .submit("/tool/" + slug + "/vote/reason", saying(""))
                        .statusCode())
                .as("not before a vote")
                .isEqualTo(409);
        assertThat(voter.with("Sec-Fetch-Site", "same-origin")
                        .submit("/tool/" + slug + "/vote", Map.of("choice", "ship", "formToken", ""))
                        .statusCode())
                .isEqualTo(303);

        Map<String, String> said = saying(voter.formToken("/tool/" + slug));
        HttpResponse<String> stored = voter.submit("/tool/" + slug + "/vote/reason", said);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(303);
        assertThat(stored.headers().firstValue("Location")).contains("/tool/" + slug);

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(readable(page()))
                        .contains("Panel versus community by role", "The Founder", "1 ship · 0 skip"));
        assertThat(readable(new Visitor().get("/tool/" + slug)))
                .as("no moderator has read it")
                .doesNotContain("It pays for itself.");

        assertThat(voter.delete("/api/v1/tools/" + slug + "/vote").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(readable(page())).doesNotContain("Panel versus community by role"));
    }
}
