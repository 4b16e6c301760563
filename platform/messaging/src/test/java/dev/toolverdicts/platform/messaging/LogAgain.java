package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Has a listener read its whole log once more.
record LogAgain(JdbcClient jdbc, MessageListenerContainer listener) {

    /// Returns when all positions are where they were.
    void read() {
        listener.stop();
        List<Map<String, Object>> before = positions();
        jdbc.sql("UPDATE log_position SET next_offset = 0").update();
        listener.start();
        await().untilAsserted(() -> assertThat(positions()).isEqualTo(before));
    }

    private List<Map<String, Object>> positions() {
        return jdbc.sql("SELECT * FROM log_position ORDER BY consumer, topic, partition")
                .query()
                .listOfRows();
    }
}
