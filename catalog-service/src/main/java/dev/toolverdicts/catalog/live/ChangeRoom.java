package dev.toolverdicts.catalog.live;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Everybody who follows changes at this copy of the service.
final class ChangeRoom implements SmartLifecycle {

    private final LiveSettings settings;
    private final Clock clock;
    private final Executor threads;
    private final RecentChanges recent;
    private final Map<ChangeReader, String> readers = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofClient = new HashMap<>();
    private final AtomicLong heard = new AtomicLong();
    private volatile @Nullable ScheduledExecutorService beats;
    private volatile boolean stopped;

    /// @param threads what is sent to a reader may wait for it, so each gets one
    ChangeRoom(LiveSettings settings, Clock clock, Executor threads) {
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
        recent = new RecentChanges(clock.instant());
    }

    /// @param slugs whose changes are wanted; none for those of all
    /// @param since what was heard from then on comes first
    /// @throws TooManyReaders when this copy has as many as it may
    /// @throws TooManyStreams when this client has
    ChangeReader open(Set<String> slugs, String client, Instant since, ChangeLine line) {
        var reader = new ChangeReader(slugs, clock.instant(), line, threads);
        enter(reader, client);
        recent.since(since, clock.instant()).forEach(reader::tell);
        return reader;
    }

    private synchronized void enter(ChangeReader reader, String client) {
        if (stopped || readers.size() >= settings.readers()) {
            throw new TooManyReaders();
        }
        int others = ofClient.getOrDefault(client, 0);
        if (others >= settings.perClient()) {
            throw new TooManyStreams();
        }
        ofClient.put(client, others + 1);
        readers.put(reader, client);
    }

    synchronized void leave(ChangeReader reader) {
        String client = readers.remove(reader);
        if (client == null) {
            return;
        }
        int others = ofClient.getOrDefault(client, 0) - 1;
        if (others > 0) {
            ofClient.put(client, others);
        } else {
            ofClient.remove(client);
        }
    }

    /// @param slug null for a change of no single tool
    void tell(String kind, @Nullable String slug) {
        tell(new Change(slug, kind, clock.instant()));
    }

    /// What was said meanwhile was not heard.
    void tellThatAnythingMayHaveChanged() {
        tell(Change.any(clock.instant()));
    }

    private void tell(Change change) {
        heard.incrementAndGet();
        recent.add(change);
        readers.keySet().forEach(reader -> reader.tell(change));
    }

    /// A reader that vanished is found out by what cannot be sent to it.
    void beat() {
        Instant now = clock.instant();
        Instant old = now.minus(settings.longest());
        for (ChangeReader reader : readers.keySet()) {
            if (reader.opened().isBefore(old) || !reader.beat(now)) {
                leave(reader);
                reader.end();
            }
        }
    }

    int readers() {
        return readers.size();
    }

    long heard() {
        return heard.get();
    }

    @Override
    public void start() {
        long every = settings.heartbeat().toMillis();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("changes-beat").factory());
        var _ = timer.scheduleAtFixedRate(this::beat, every, every, TimeUnit.MILLISECONDS);
        beats = timer;
        stopped = false;
    }

    /// Ends all streams before the web server waits for its requests: these would never end by
    /// themselves.
    @Override
    public void stop() {
        ScheduledExecutorService timer = beats;
        if (timer != null) {
            timer.shutdownNow();
        }
        beats = null;
        synchronized (this) {
            stopped = true;
        }
        readers.keySet().forEach(reader -> {
            leave(reader);
            reader.end();
        });
    }

    @Override
    public boolean isRunning() {
        return beats != null;
    }
}
