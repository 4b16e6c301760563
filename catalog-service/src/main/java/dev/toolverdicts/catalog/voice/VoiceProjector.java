package dev.toolverdicts.catalog.voice;

import dev.toolverdicts.catalog.live.ChangeRepository;
import dev.toolverdicts.platform.messaging.Inbox;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Keeps what voters say in step with its topic.
@Component
class VoiceProjector {

    private final Inbox inbox;
    private final VoiceRepository voices;
    private final ChangeRepository changes;

    VoiceProjector(Inbox inbox, VoiceRepository voices, ChangeRepository changes) {
        this.inbox = inbox;
        this.voices = voices;
        this.changes = changes;
    }

    @KafkaListener(id = "catalog-voices", topics = "vote.voice.v1")
    void onVoice(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, VoiceState.class, events -> {
            events.forEach(event -> voices.save(event.data()));
            changes.ofTools(
                    "voice", events.stream().map(event -> event.data().toolId()).toList());
        });
    }
}
