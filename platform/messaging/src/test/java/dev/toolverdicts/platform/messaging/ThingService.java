package dev.toolverdicts.platform.messaging;

import java.util.Collection;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/// The write side of the test application.
class ThingService implements PublishedState {

    private final String topic;
    private final ThingRepository things;
    private final Outbox outbox;

    ThingService(String topic, ThingRepository things, Outbox outbox) {
        this.topic = topic;
        this.things = things;
        this.outbox = outbox;
    }

    @Transactional
    public ThingState change(String id, String body) {
        ThingState state = things.change(id, body);
        outbox.append(event(state));
        return state;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Map<String, Long> versions() {
        return things.versions();
    }

    @Override
    @Transactional
    public void append(Collection<String> keys) {
        things.origins(keys).forEach(state -> outbox.append(event(state)));
    }

    private Event event(ThingState state) {
        return new Event(topic, state.id(), "dev.example.thing.state", state.version(), state);
    }
}
