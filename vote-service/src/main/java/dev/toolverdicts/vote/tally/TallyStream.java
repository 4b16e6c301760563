package dev.toolverdicts.vote.tally;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Sinks;

/// Live tallies as server-sent events: the present state first, then every change, resumed where a reader
/// left off.
final class TallyStream implements SmartLifecycle {

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final TallyBoard board;
    private final StreamSettings settings;
    private final AtomicInteger readers = new AtomicInteger();
    private volatile Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    TallyStream(TallyBoard board, StreamSettings settings) {
        this.board = board;
        this.settings = settings;
    }

    Flux<ServerSentEvent<TallyView.Named>> open(List<Followed> tools, @Nullable String lastEventId) {
        return Flux.defer(() -> {
            if (readers.incrementAndGet() > settings.readers()) {
                readers.decrementAndGet();
                return Flux.error(new TooManyReaders());
            }
            return events(tools, lastEventId).doFinally(_ -> readers.decrementAndGet());
        });
    }

    private Flux<ServerSentEvent<TallyView.Named>> events(List<Followed> tools, @Nullable String lastEventId) {
        Flux<ServerSentEvent<TallyView.Named>> changes = Flux.create(
                sink -> follow(tools, SeenVersions.of(tools, lastEventId), sink), FluxSink.OverflowStrategy.IGNORE);
        Flux<ServerSentEvent<TallyView.Named>> alive =
                Flux.interval(settings.heartbeat()).onBackpressureDrop().map(_ -> comment("alive"));
        // One at a time from each side: what waits for a slow reader waits in the board, not in a buffer.
        return Flux.merge(1, changes, alive)
                .startWith(ServerSentEvent.<TallyView.Named>builder()
                        .comment("tallies")
                        .retry(COME_BACK_AFTER)
                        .build())
                .take(settings.longest())
                .takeUntilOther(stopping.asMono());
    }

    private void follow(List<Followed> tools, SeenVersions seen, FluxSink<ServerSentEvent<TallyView.Named>> sink) {
        var reader = new TallyReader(board, tools, seen, sink);
        sink.onDispose(() -> tools.forEach(it -> board.leave(it.tool().toolId(), reader)));
        tools.forEach(it -> board.follow(it.tool().toolId(), reader));
        sink.onRequest(_ -> reader.run());
    }

    private static ServerSentEvent<TallyView.Named> comment(String text) {
        return ServerSentEvent.<TallyView.Named>builder().comment(text).build();
    }

    int readers() {
        return readers.get();
    }

    @Override
    public void start() {
        stopping = Sinks.empty();
        running = true;
    }

    /// Ends all streams before the web server waits for its requests: these would never end by themselves.
    @Override
    public void stop() {
        running = false;
        stopping.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
