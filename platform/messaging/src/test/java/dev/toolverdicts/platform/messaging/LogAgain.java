package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Has a listener read its whole log once more.
record LogAgain(JdbcClient jdbc, MessageListenerContainer listener) {

    /// Returns when no position is before where it was; records of others may have come meanwhile.
    void read() {
        listener.stop();
        Map<String, Long> before = positions();
        jdbc.sql("UPDATE log_position SET next_offset = 0").update();
        listener.start();
        await().untilAsserted(() -> {
            Map<String, Long> now = positions();
            assertThat(before).allSatisfy((at, next) -> assertThat(now.get(at)).isGreaterThanOrEqualTo(next));
        });
    }

    private Map<String, Long> positions() {
        var positions = new TreeMap<String, Long>();
        jdbc.sql("SELECT concat_ws(' ', consumer, topic, partition) AS place, next_offset FROM log_position")
                .query(row -> {
                    positions.put(row.getString("place"), row.getLong("next_offset"));
                });
        return positions;
    }
}
