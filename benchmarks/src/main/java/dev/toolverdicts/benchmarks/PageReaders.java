package dev.toolverdicts.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Readers who open the same comparison each second, spread over it.
final class PageReaders implements AutoCloseable {

    private static final long EVERY = TimeUnit.SECONDS.toMillis(1);

    private final Api api;
    private final String address;
    private final Collection<Double> took = new ConcurrentLinkedQueue<>();
    private final AtomicLong failed = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    PageReaders(Api api, String address, int count) {
        this.api = api;
        this.address = address;
        for (int i = 0; i < count; i++) {
            long first = EVERY * i / count;
            threads.add(Thread.ofVirtual().start(() -> read(first)));
        }
    }

    private void read(long first) {
        try {
            for (long pause = first; !end.await(pause, TimeUnit.MILLISECONDS); pause = EVERY) {
                long began = System.nanoTime();
                if (api.send("GET", address, "").statusCode() == 200) {
                    took.add((System.nanoTime() - began) / 1e6);
                } else {
                    failed.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int pages() {
        return took.size();
    }

    /// Milliseconds that nine of ten pages took at most; 0 without readers.
    double slow() {
        List<Double> all = List.copyOf(took);
        return all.isEmpty() ? 0 : Medians.percentile(all, 0.9);
    }

    long failed() {
        return failed.get();
    }

    @Override
    public void close() {
        end.countDown();
    }
}
