package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.vote.Catalog.Tool;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How a tool stands, asked for and streamed.
class TallyIT extends WholeService {

    @Autowired
    MeterRegistry meters;

    private Visitor visitor;
    private Tool tool;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        tool = catalog.announce();
    }

    /// The data of the next event, with the lines before it; what came first is left out.
    private static String next(Queue<String> lines, List<String> seen) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> {
                            for (String line = lines.poll(); line != null; line = lines.poll()) {
                                seen.add(line);
                                if (line.startsWith("data:")) {
                                    return line;
                                }
                            }
                            return "";
                        },
                        line -> !line.isEmpty());
    }

    @Test
    void theStreamTellsOfAVoteAndResumes() {
        Queue<String> lines = visitor.follow(tool.slug(), null);
        var seen = new ArrayList<String>();
        assertThat(next(lines, seen)).contains("\"ships\":0", "\"pct\":null");
        long sent = System.nanoTime();
        receipt(visitor.cast(tool.slug(), "ship"));
        assertThat(next(lines, seen))
                .contains("\"slug\":\"" + tool.slug() + "\"", "\"ships\":1", "\"pct\":100", "\"wilsonLow\":0.2065");
        Duration first = Duration.ofNanos(System.nanoTime() - sent);
        assertThat(seen).contains("event:tally", "retry:2000");

        String id = seen.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((a, b) -> b)
                .orElseThrow();
        sent = System.nanoTime();
        receipt(visitor.cast(tool.slug(), "skip"));
        assertThat(next(lines, seen)).contains("\"skips\":1");
        Duration second = Duration.ofNanos(System.nanoTime() - sent);
        // The whole machine may stand still for a moment, but not each time.
        assertThat(Collections.min(List.of(first, second))).isLessThan(Duration.ofSeconds(2));
        visitor.awaitTally(tool.slug(), 0, 1);
        assertThat(next(visitor.follow(tool.slug(), id.substring(3)), seen)).contains("\"skips\":1");
    }

    @Test
    void aReaderThatVanishesIsFreed() throws IOException {
        double before = meters.get("vote.stream.readers").gauge().value();
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /api/v1/tallies/stream?tools=" + tool.slug() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            connection.getOutputStream().write(request.getBytes(UTF_8));
            assertThat(connection.getInputStream().read()).isPositive();
            assertThat(meters.get("vote.stream.readers").gauge().value()).isEqualTo(before + 1);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                meters.get("vote.stream.readers").gauge().value())
                        .isEqualTo(before));
    }

    @Test
    void theTallyHasAStrongTag() {
        receipt(visitor.cast(tool.slug(), "ship"));
        visitor.awaitTally(tool.slug(), 1, 0);
        String path = "/api/v1/tools/" + tool.slug() + "/tally";
        String tag = visitor.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(visitor.send(visitor.to(path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        receipt(visitor.cast(tool.slug(), "skip"));
        visitor.awaitTally(tool.slug(), 0, 1);
        assertThat(visitor.send(visitor.to(path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(200);
        assertThat(visitor.send(visitor.to(path).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }
}
