package dev.toolverdicts.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Waits until all is counted that votes and rulings say by now. More may come meanwhile: what other tests have left
/// behind is ruled on when the rules get to it.
record Quiet(VoteTopics topics, JdbcClient jdbc) {

    void await(Duration patience) {
        Map<String, Long> ends = new TreeMap<>();
        for (String topic : List.of("vote.cast.v1", "vote.ruling.v1")) {
            topics.read(topic, "").forEach(last -> ends.merge(topic + last.partition(), last.offset() + 1, Math::max));
        }
        Awaitility.await().atMost(patience).untilAsserted(() -> {
            Map<String, Long> counted = counted();
            assertThat(ends)
                    .allSatisfy((at, end) ->
                            assertThat(counted.getOrDefault(at, 0L)).as(at).isGreaterThanOrEqualTo(end));
        });
    }

    private Map<String, Long> counted() {
        var counted = new TreeMap<String, Long>();
        jdbc.sql("""
                        SELECT topic || partition AS at, next_offset FROM log_position
                        WHERE consumer IN ('vote-counter', 'vote-rulings')
                        """).query(row -> {
            counted.put(row.getString("at"), row.getLong("next_offset"));
        });
        return counted;
    }
}
