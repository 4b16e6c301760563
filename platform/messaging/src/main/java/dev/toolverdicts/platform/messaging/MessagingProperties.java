package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of `messaging.*`; every default suits one machine as well as a cluster.
///
/// @param relay how the outbox is carried to the log
/// @param auditEvery how often the tables are compared with the topics
/// @param topicsWithin how long a starting service waits for the topics it reads
/// @param retryAtMost the longest pause between two tries of a batch that fails for outside reasons
@ConfigurationProperties("messaging")
public record MessagingProperties(
        @DefaultValue Relay relay,
        @DefaultValue("1h") Duration auditEvery,
        @DefaultValue("2m") Duration topicsWithin,
        @DefaultValue("5s") Duration retryAtMost) {

    public MessagingProperties {
        requirePositive("audit-every", auditEvery);
        requirePositive("topics-within", topicsWithin);
        requirePositive("retry-at-most", retryAtMost);
    }

    /// @param poll how soon rows are found that another copy of the service committed
    /// @param takeOver how often a relay without its shard asks for it
    /// @param silence after how long without a word the database takes the shard from a relay
    /// @param backOff the pause after a failure
    /// @param close how long closing the producer may take
    public record Relay(
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("1s") Duration takeOver,
            @DefaultValue("10s") Duration silence,
            @DefaultValue("250ms") Duration backOff,
            @DefaultValue("1s") Duration close) {

        public Relay {
            requirePositive("poll", poll);
            requirePositive("take-over", takeOver);
            requirePositive("silence", silence);
            requirePositive("back-off", backOff);
            requirePositive("close", close);
            if (silence.compareTo(takeOver) <= 0 || silence.compareTo(poll) <= 0) {
                throw new IllegalArgumentException("messaging.relay.silence must be longer than take-over and poll");
            }
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("messaging: " + name + " must be positive, not " + value);
        }
    }
}
