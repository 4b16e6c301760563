package dev.toolverdicts.catalog.verdict;

import dev.toolverdicts.platform.messaging.Inbox;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Keeps the verdicts in step with the panel's topic.
@Component
class VerdictProjector {

    private final Inbox inbox;
    private final VerdictRepository verdicts;

    VerdictProjector(Inbox inbox, VerdictRepository verdicts) {
        this.inbox = inbox;
        this.verdicts = verdicts;
    }

    @KafkaListener(id = "catalog-verdicts", topics = "review.panel.v1")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, VerdictState.class, events -> events.forEach(event -> verdicts.save(event.data())));
    }
}
