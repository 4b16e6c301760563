package dev.toolverdicts.catalog.live;

import java.io.IOException;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/// Server-sent events. Each has the time as its id, also those that say nothing, so that a reader who
/// was cut off says up to when it knows all.
final class SseLine implements ChangeLine {

    private static final long COME_BACK_AFTER_MILLIS = 2_000;

    /// The room says how long a stream lives.
    private static final long FOR_EVER = 0;

    private final SseEmitter emitter = new SseEmitter(FOR_EVER);

    SseEmitter emitter() {
        return emitter;
    }

    void whenGone(Runnable leave) {
        emitter.onCompletion(leave);
        emitter.onTimeout(leave);
        emitter.onError(_ -> leave.run());
    }

    @Override
    public void hello(Instant since) throws IOException {
        emitter.send(event(since).comment("changes").reconnectTime(COME_BACK_AFTER_MILLIS));
    }

    @Override
    public void change(Change change) throws IOException {
        emitter.send(event(change.asOf()).name("change").data(change, MediaType.APPLICATION_JSON));
    }

    @Override
    public void alive(Instant at) throws IOException {
        emitter.send(event(at).comment("alive"));
    }

    private static SseEventBuilder event(Instant at) {
        return SseEmitter.event().id(Long.toString(at.toEpochMilli()));
    }

    @Override
    public void end() {
        emitter.complete();
    }
}
