package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class NextProtocolTest {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "session.timeout.ms", "10000",
            "heartbeat.interval.ms", "2000",
            "partition.assignment.strategy", "cooperative",
            "auto.offset.reset", "none");

    @Test
    void withTheNextProtocolTheBrokerDecides() {
        var consumers = new DefaultKafkaConsumerFactory<String, byte[]>(DEFAULTS);
        consumers.updateConfigs(Map.of("group.protocol", "consumer"));

        new NextProtocol().customize(consumers);

        assertThat(consumers.getConfigurationProperties())
                .isEqualTo(Map.of("group.protocol", "consumer", "auto.offset.reset", "earliest"));
    }

    @Test
    void withTheClassicOneNothingChanges() {
        var consumers = new DefaultKafkaConsumerFactory<String, byte[]>(DEFAULTS);

        new NextProtocol().customize(consumers);

        assertThat(consumers.getConfigurationProperties()).isEqualTo(DEFAULTS);
    }
}
