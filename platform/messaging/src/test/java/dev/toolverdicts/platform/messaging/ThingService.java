package dev.toolverdicts.platform.messaging;

import java.util.Collection;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/// The write side of the test application.
class ThingService implements PublishedState {

    static final String TOPIC = "thing.state.v1";

    private final ThingRepository things;
    private final Outbox outbox;

    ThingService(ThingRepository things, Outbox outbox) {
        this.things = things;
        this.outbox = outbox;
    }

    static Event event(ThingState state) {
        return new Event(TOPIC, state.id(), "dev.example.thing.state", state.version(), state);
    }

    @Transactional
    public ThingState change(String id, String body) {
        ThingState state = things.change(id, body);
        outbox.append(event(state));
        return state;
    }

    @Override
    public String topic() {
        return TOPIC;
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
}
