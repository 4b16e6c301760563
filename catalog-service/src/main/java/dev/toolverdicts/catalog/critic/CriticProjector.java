package dev.toolverdicts.catalog.critic;

import dev.toolverdicts.catalog.live.ChangeRepository;
import dev.toolverdicts.platform.messaging.Inbox;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Keeps the critics' profiles in step with their topic.
@Component
class CriticProjector {

    private final Inbox inbox;
    private final CriticProfileRepository profiles;
    private final ChangeRepository changes;

    CriticProjector(Inbox inbox, CriticProfileRepository profiles, ChangeRepository changes) {
        this.inbox = inbox;
        this.profiles = profiles;
        this.changes = changes;
    }

    @KafkaListener(id = "catalog-critics", topics = "review.critic.v1")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, CriticState.class, events -> {
            events.forEach(event -> profiles.save(event.data()));
            changes.of("critic");
        });
    }
}
