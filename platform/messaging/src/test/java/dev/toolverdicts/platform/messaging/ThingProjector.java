package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/// The read side of the test application, with two places where tests step in.
class ThingProjector {

    static final String LISTENER = "projector";

    private final Inbox inbox;
    private final ThingRepository things;
    private volatile Consumer<List<ConsumerRecord<String, byte[]>>> beforeReceiving = _ -> {};
    private volatile Consumer<List<Received<ThingState>>> whileApplying = _ -> {};

    ThingProjector(Inbox inbox, ThingRepository things) {
        this.inbox = inbox;
        this.things = things;
    }

    @KafkaListener(id = LISTENER, groupId = "${thing.group:thing-projector}", topics = "${thing.topic:thing.state.v1}")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        beforeReceiving.accept(records);
        inbox.receive(records, ThingState.class, events -> {
            whileApplying.accept(events);
            things.apply(events);
        });
    }

    void beforeReceiving(Consumer<List<ConsumerRecord<String, byte[]>>> step) {
        beforeReceiving = step;
    }

    void whileApplying(Consumer<List<Received<ThingState>>> step) {
        whileApplying = step;
    }

    void undisturbed() {
        beforeReceiving = _ -> {};
        whileApplying = _ -> {};
    }
}
