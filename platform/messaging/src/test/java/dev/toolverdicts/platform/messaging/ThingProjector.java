package dev.toolverdicts.platform.messaging;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/// The read side of the test application.
class ThingProjector {

    static final String CONSUMER = "thing-projector";

    private final Inbox inbox;
    private final ThingRepository things;

    ThingProjector(Inbox inbox, ThingRepository things) {
        this.inbox = inbox;
        this.things = things;
    }

    @KafkaListener(id = CONSUMER, topics = ThingService.TOPIC)
    void on(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, ThingState.class, things::apply);
    }
}
