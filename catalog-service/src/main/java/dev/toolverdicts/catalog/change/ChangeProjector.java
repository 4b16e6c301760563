package dev.toolverdicts.catalog.change;

import dev.toolverdicts.platform.messaging.Inbox;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Keeps the changes in step with the tools' topic.
@Component
class ChangeProjector {

    private final Inbox inbox;
    private final ChangeRepository changes;

    ChangeProjector(Inbox inbox, ChangeRepository changes) {
        this.inbox = inbox;
        this.changes = changes;
    }

    @KafkaListener(id = "catalog-changes", topics = "catalog.tool.v1")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, ChangeState.class, events -> events.forEach(event -> changes.save(event.data())));
    }
}
