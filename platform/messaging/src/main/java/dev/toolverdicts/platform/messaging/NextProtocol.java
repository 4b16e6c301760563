package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/// Lets `group.protocol=consumer` be chosen by that one setting: with it the broker decides what the classic protocol
/// leaves to clients (KIP-848), and a client that is told so all the same refuses to start.
///
/// Its client also looks for a position before the listener has sought the stored one, and with
/// `auto.offset.reset=none`
/// fails for good when the group has none in the log. So it may start at the first record: the inbox applies no batch
/// that begins before the stored position and goes back to that; a shortened log is still refused by its guard.
final class NextProtocol implements DefaultKafkaConsumerFactoryCustomizer {

    private static final List<String> CLASSIC_ONLY = List.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG);

    @Override
    public void customize(DefaultKafkaConsumerFactory<?, ?> consumers) {
        if ("consumer".equals(consumers.getConfigurationProperties().get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
            CLASSIC_ONLY.forEach(consumers::removeConfig);
            consumers.updateConfigs(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
        }
    }
}
