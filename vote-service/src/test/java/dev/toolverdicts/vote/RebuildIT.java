package dev.toolverdicts.vote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.vote.Catalog.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// Votes, their days and tallies are built anew from both logs while votes go on being cast and counted.
class RebuildIT extends WholeService {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Random random = new Random(3);

    @Test
    void theLogsGiveTheSameRowsAndEveryTallyIsPublishedAgain() {
        List<Tool> tools = Stream.generate(catalog::announce).limit(3).toList();
        vote(tools, 600);
        rule(tools, 60);
        awaitQuiet();
        Map<String, Long> before = versions();
        var busy = new AtomicBoolean(true);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(
                () -> {
                    while (busy.get()) {
                        vote(tools, 10);
                        rule(tools, 1);
                    }
                },
                Thread::startVirtualThread);
        CompletableFuture<Long> checking =
                CompletableFuture.supplyAsync(() -> checkAlways(busy), Thread::startVirtualThread);

        long differing;
        try {
            differing = new Rebuilding(port).differingRows();
        } finally {
            busy.set(false);
        }

        writing.join();
        assertThat(differing).isZero();
        assertThat(checking.join()).isPositive();
        awaitQuiet();
        assertThat(check.run().differences()).isEmpty();
        Map<String, Long> after = versions();
        assertThat(after)
                .allSatisfy((tool, version) -> assertThat(version).isGreaterThan(before.getOrDefault(tool, 0L)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(published()).containsAllEntriesOf(versions()));
    }

    @Test
    void rowsThatWereWrongAreMended() {
        Tool tool = catalog.announce();
        vote(List.of(tool), 50);
        awaitQuiet();
        jdbc.sql("UPDATE votes SET choice = 'ship' WHERE tool_id = :tool AND choice = 'none'")
                .param("tool", tool.id())
                .update();
        jdbc.sql("UPDATE tallies SET skips = skips + 5 WHERE tool_id = :tool")
                .param("tool", tool.id())
                .update();
        assertThat(check.run().differences()).isNotEmpty();

        assertThat(new Rebuilding(port).differingRows()).isGreaterThan(1);

        assertThat(check.run().differences()).isEmpty();
        assertThat(new Rebuilding(port).differingRows()).isZero();
    }

    private void vote(List<Tool> tools, int votes) {
        for (int i = 0; i < votes; i++) {
            send("vote.cast.v1", tools, """
                    {"toolId":"%s","voterId":"%s","choice":"%s","tier":"device","networkHash":null,
                     "referrerKind":"none","castAt":"2026-11-%02dT12:00:00Z"}
                    """, new String[] {"ship", "skip", "none"});
        }
    }

    private void rule(List<Tool> tools, int rulings) {
        for (int i = 0; i < rulings; i++) {
            send("vote.ruling.v1", tools, """
                    {"toolId":"%s","voterId":"%s","ruling":"%s","reason":"burst","actor":"test",
                     "upToOffset":1000000,"ruledAt":"2026-11-%02dT13:00:00Z"}
                    """, new String[] {"held", "restored", "discarded"});
        }
    }

    private void send(String topic, List<Tool> tools, String body, String[] words) {
        UUID tool = tools.get(random.nextInt(tools.size())).id();
        var voter = new UUID(0, random.nextInt(120));
        String value = body.formatted(tool, voter, words[random.nextInt(words.length)], 1 + random.nextInt(24));
        topics.send(topic, tool + ":" + voter, value.getBytes(UTF_8));
    }

    private long checkAlways(AtomicBoolean busy) {
        long checks = 0;
        for (; busy.get(); checks++) {
            assertThat(check.run().differences()).isEmpty();
        }
        return checks;
    }

    private void awaitQuiet() {
        new Quiet(topics, jdbc).await(PATIENCE);
    }

    private Map<String, Long> versions() {
        var versions = new TreeMap<String, Long>();
        jdbc.sql("SELECT tool_id, version FROM tallies").query(row -> {
            versions.put(row.getString("tool_id"), row.getLong("version"));
        });
        return versions;
    }

    private Map<String, Long> published() {
        var versions = new TreeMap<String, Long>();
        for (ConsumerRecord<String, byte[]> state : topics.read("vote.tally.v1", "")) {
            String version = new String(state.headers().lastHeader("ce_version").value(), UTF_8);
            versions.put(state.key(), Long.parseLong(version));
        }
        return versions;
    }
}
