package dev.toolverdicts.catalog.live;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One reader of the stream. Hints wait here while it takes none, each matter once; where many wait
/// they become one that says so. A thread is needed only while something is being sent.
final class ChangeReader {

    private static final int MOST_WAITING = 64;

    @FunctionalInterface
    private interface Step {
        void to(ChangeLine line) throws IOException;
    }

    private final Set<String> slugs;
    private final Instant opened;
    private final ChangeLine line;
    private final Executor threads;
    private final Map<String, Change> waiting = new LinkedHashMap<>();
    private @Nullable Instant beat;
    private boolean busy;
    private boolean ended;

    /// @param slugs whose changes are wanted; none for those of all
    ChangeReader(Set<String> slugs, Instant opened, ChangeLine line, Executor threads) {
        this.slugs = slugs;
        this.opened = opened;
        this.line = line;
        this.threads = threads;
    }

    Instant opened() {
        return opened;
    }

    private boolean wants(Change change) {
        return slugs.isEmpty() || (change.slug() == null ? change.concernsEveryTool() : slugs.contains(change.slug()));
    }

    void tell(Change change) {
        if (wants(change) && note(change)) {
            threads.execute(this::send);
        }
    }

    /// @return whether nobody sends yet
    private synchronized boolean note(Change change) {
        if (ended) {
            return false;
        }
        Change any = Change.any(change.asOf());
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
            waiting.put(any.matter(), any);
        } else if (!waiting.containsKey(any.matter())) {
            waiting.put(change.matter(), change);
        }
        return begin();
    }

    private synchronized boolean begin() {
        boolean idle = !busy;
        busy = true;
        return idle;
    }

    /// Sends a sign of life, behind what waits.
    ///
    /// @return false when the reader has not even taken the last one, or is gone
    boolean beat(Instant at) {
        synchronized (this) {
            if (ended || beat != null) {
                return false;
            }
            beat = at;
            if (!begin()) {
                return true;
            }
        }
        threads.execute(this::send);
        return true;
    }

    private void send() {
        try {
            for (Step step = next(); step != null; step = next()) {
                step.to(line);
            }
        } catch (IOException | IllegalStateException gone) {
            close();
        }
        if (isEnded()) {
            line.end();
        }
    }

    private synchronized @Nullable Step next() {
        Iterator<Change> first = waiting.values().iterator();
        if (!ended && first.hasNext()) {
            Change change = first.next();
            first.remove();
            return to -> to.change(change);
        }
        Instant at = beat;
        if (!ended && at != null) {
            beat = null;
            return to -> to.alive(at);
        }
        busy = false;
        return null;
    }

    private synchronized void close() {
        ended = true;
        busy = false;
        waiting.clear();
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /// Whoever is sending just now ends it then, when the reader takes that or its connection breaks.
    void end() {
        boolean idle;
        synchronized (this) {
            idle = !busy && !ended;
            ended = true;
            waiting.clear();
        }
        if (idle) {
            threads.execute(line::end);
        }
    }
}
