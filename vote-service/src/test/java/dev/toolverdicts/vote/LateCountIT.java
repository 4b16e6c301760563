package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.vote.Catalog.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Votes of half an hour ago that are counted only now, by the real counter from the real log.
class LateCountIT extends WholeService {

    private String why(Tool tool) {
        return json(new Visitor(port).get("/api/v1/tools/" + tool.slug() + "/tally/why"))
                .get("total")
                .toString();
    }

    @Test
    void aBurstThatIsCountedLateIsHeldWithinAMinute() {
        Tool tool = catalog.announce();
        Instant then = Instant.now().minus(Duration.ofMinutes(30));
        for (int i = 0; i < 30; i++) {
            UUID voter = UUID.randomUUID();
            topics.send("vote.cast.v1", tool.id() + ":" + voter, """
                    {"toolId":"%s","voterId":"%s","choice":"ship","tier":"device","networkHash":"late","referrerKind":"none",
                     "castAt":"%s"}
                    """.formatted(tool.id(), voter, then.plusMillis(i))
                    .getBytes(UTF_8));
        }
        await().atMost(SOON).until(() -> why(tool).startsWith("{\"ships\":30,"));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    // As if nothing had been counted since. A look that was just ending notes the present over it.
                    jdbc.sql("UPDATE fraud_judged SET judged_until = now() - interval '40 minutes'")
                            .update();
                    assertThat(why(tool)).isEqualTo("{\"ships\":0,\"skips\":0,\"held\":30,\"discarded\":0}");
                });
    }
}
