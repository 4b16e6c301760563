package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Hands one record to the listener it was for, on the caller's thread and in the caller's transaction.
final class Replayer {

    private static final String SUFFIX = "~replay";

    private final Supplier<KafkaListenerEndpointRegistry> listeners;

    Replayer(Supplier<KafkaListenerEndpointRegistry> listeners) {
        this.listeners = listeners;
    }

    static boolean isReplay(String consumer) {
        return consumer.endsWith(SUFFIX);
    }

    /// Whether this copy of the service has the listener.
    boolean knows(String consumer, String topic) {
        return find(consumer, topic).isPresent();
    }

    /// @throws RuntimeException what the listener threw; what it has written by then is undone
    void apply(String consumer, ConsumerRecord<String, byte[]> letter) {
        var listener = new BorrowedListener(find(consumer, letter.topic()).orElseThrow());
        try {
            listener.call(consumer + SUFFIX, List.of(letter), null);
        } catch (ListenerExecutionFailedException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Optional<? extends MessageListenerContainer> find(String consumer, String topic) {
        return listeners.get().getListenerContainers().stream()
                .filter(container -> consumer.equals(container.getGroupId()) && reads(container, topic))
                .findFirst();
    }

    private static boolean reads(MessageListenerContainer container, String topic) {
        String[] topics = container.getContainerProperties().getTopics();
        return topics != null && Stream.of(topics).anyMatch(topic::equals);
    }
}
