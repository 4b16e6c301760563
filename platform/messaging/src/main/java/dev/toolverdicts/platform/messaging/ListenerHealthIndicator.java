package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Down as soon as a listener container has stopped that nobody asked to stop, or a tail has ended: an `Error` in a
/// listener ends its container for good, while everything else goes on as if nothing had happened.
final class ListenerHealthIndicator implements HealthIndicator {

    private final Supplier<Stream<MessageListenerContainer>> listeners;
    private final Supplier<Stream<TopicTail>> tails;

    ListenerHealthIndicator(Supplier<Stream<MessageListenerContainer>> listeners, Supplier<Stream<TopicTail>> tails) {
        this.listeners = listeners;
        this.tails = tails;
    }

    @Override
    public Health health() {
        List<String> stopped = Stream.concat(
                        listeners
                                .get()
                                .filter(container -> !container.isInExpectedState())
                                .map(container -> String.valueOf(container.getListenerId())),
                        tails.get().filter(TopicTail::hasEnded).map(TopicTail::topic))
                .sorted()
                .toList();
        return stopped.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stopped", stopped).build();
    }
}
