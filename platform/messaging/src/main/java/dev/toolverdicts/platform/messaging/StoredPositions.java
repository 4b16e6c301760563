package dev.toolverdicts.platform.messaging;

import java.util.function.Supplier;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;

/// Makes every listener container start where the database says.
final class StoredPositions
        implements ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> {

    private final Supplier<Assignments> assignments;

    StoredPositions(Supplier<Assignments> assignments) {
        this.assignments = assignments;
    }

    @Override
    public void configure(ConcurrentMessageListenerContainer<Object, Object> container) {
        ContainerProperties properties = container.getContainerProperties();
        properties.setConsumerRebalanceListener(assignments.get());
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        // Consumers poll for ever and pin what they run on: they keep platform threads.
        properties.setListenerTaskExecutor(new SimpleAsyncTaskExecutor(container.getListenerId() + "-"));
        // The adapter lets listeners seek, and for that the container asks for a position that is not there yet.
        if (properties.getMessageListener() instanceof BatchAcknowledgingConsumerAwareMessageListener<?, ?> seeking) {
            properties.setMessageListener(unaware(seeking));
        }
    }

    @SuppressWarnings("unchecked")
    private static BatchAcknowledgingConsumerAwareMessageListener<Object, Object> unaware(
            BatchAcknowledgingConsumerAwareMessageListener<?, ?> seeking) {
        var listener = (BatchAcknowledgingConsumerAwareMessageListener<Object, Object>) seeking;
        return (records, acknowledgment, consumer) -> listener.onMessage(records, acknowledgment, consumer);
    }
}
