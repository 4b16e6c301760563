package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConcurrentCriticsIT {

    private static final int TIMES = 100;

    private final Visitor reader = new Visitor();
    private final Visitor builder = critic("builder");
    private final Visitor skeptic = critic("skeptic");
    private final CyclicBarrier together = new CyclicBarrier(2);

    @Test
    void criticsWhoReviewAtTheSameMomentBothCount() throws Exception {
        Visitor editor = Visitor.bearing(Stack.running().token("editor"));
        List<String> tools = IntStream.range(0, TIMES)
                .mapToObj(i -> Sample.newTool(editor, "Concurrent Story " + i + " " + System.nanoTime()))
                .toList();

        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String tool : tools) {
                Future<Integer> ship = both.submit(() -> publish(builder, tool, "builder", "ship"));
                Future<Integer> skip = both.submit(() -> publish(skeptic, tool, "skeptic", "skip"));
                assertThat(List.of(ship.get(), skip.get())).as(tool).containsOnly(201);
            }
        }

        for (String tool : tools) {
            await(tool + " shows both").pollDelay(Duration.ZERO).untilAsserted(() -> {
                JsonNode panel = reader.json("/api/v1/tools/" + tool).path("panel");
                assertThat(Counts.of(panel)).isEqualTo(new Counts(1, 1));
            });
            assertThat(reader.json("/api/v1/tools/" + tool + "/reviews").path("reviews"))
                    .as(tool)
                    .hasSize(2);
        }
    }

    private int publish(Visitor critic, String tool, String key, String verdict) throws Exception {
        together.await();
        return critic.put("/api/v1/tools/" + tool + "/reviews/" + key, Sample.review(verdict, 60, "At once."))
                .statusCode();
    }

    private static Visitor critic(String key) {
        return Visitor.bearing(Stack.running().token("critic", "--critic", key));
    }
}
