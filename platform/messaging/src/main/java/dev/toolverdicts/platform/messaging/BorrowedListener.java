package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.KafkaUtils;

/// A container's listener, called on another thread than the container's and under another consumer's
/// name, by which [Inbox] knows what it is about.
final class BorrowedListener {

    private final BatchAcknowledgingConsumerAwareMessageListener<String, byte[]> listener;

    @SuppressWarnings("unchecked")
    BorrowedListener(MessageListenerContainer container) {
        listener = (BatchAcknowledgingConsumerAwareMessageListener<String, byte[]>)
                Objects.requireNonNull(container.getContainerProperties().getMessageListener(), "listener");
    }

    void call(String name, List<ConsumerRecord<String, byte[]>> records, @Nullable Consumer<String, byte[]> consumer) {
        KafkaUtils.setConsumerGroupId(name);
        try {
            listener.onMessage(records, null, consumer);
        } finally {
            KafkaUtils.clearConsumerGroupId();
        }
    }
}
