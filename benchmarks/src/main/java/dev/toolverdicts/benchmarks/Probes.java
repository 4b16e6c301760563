package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// While others vote: casts single votes on tools that only this votes on, and looks how long after the answer the
/// catalog's card shows each.
final class Probes implements AutoCloseable {

    private static final int TOOLS = 10;
    private static final long EVERY = TimeUnit.SECONDS.toMillis(4);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int PATIENCE = 120;

    private final Api accept;
    private final Api catalog;
    private final Ballots ballots;
    private final List<Double> late = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    Probes(Stack stack, Ballots ballots) throws IOException {
        accept = new Api(stack.port("vote-service"));
        catalog = new Api(stack.port("catalog-service"));
        this.ballots = ballots;
        List<String> tools = catalog.announce(stack.token("editor"), "Probe " + System.nanoTime(), TOOLS);
        for (int i = 0; i < TOOLS; i++) {
            String slug = tools.get(i);
            long offset = EVERY * i / TOOLS;
            threads.add(Thread.ofVirtual().start(() -> probe(slug, offset)));
        }
    }

    private void probe(String slug, long offset) {
        try {
            if (end.await(1000 + offset, TimeUnit.MILLISECONDS)) {
                return;
            }
            long cast = 0;
            do {
                if (ballots.cast(accept, slug) == 202) {
                    cast++;
                    awaitCard(slug, cast);
                }
            } while (!end.await(EVERY, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitCard(String slug, long votes) {
        long answered = System.nanoTime();
        while (catalog.json("/api/v1/tools/" + slug)
                        .path("community")
                        .path("ships")
                        .asLong()
                < votes) {
            if (System.nanoTime() - answered > TimeUnit.SECONDS.toNanos(PATIENCE)) {
                break;
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        late.add((System.nanoTime() - answered) / 1e9);
    }

    /// Ends, and waits for the cards that are still due.
    ///
    /// @return seconds between answer and card
    List<Double> late() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(late);
    }

    @Override
    public void close() {
        end.countDown();
    }
}
