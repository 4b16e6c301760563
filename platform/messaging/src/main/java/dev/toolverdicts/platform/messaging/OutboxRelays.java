package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;

/// One relay thread for every shard, from start to stop of the service.
final class OutboxRelays implements SmartLifecycle {

    private final IntFunction<OutboxRelay> factory;
    private volatile List<OutboxRelay> relays = List.of();
    private volatile List<Thread> threads = List.of();

    OutboxRelays(IntFunction<OutboxRelay> factory) {
        this.factory = factory;
    }

    void wake(int shard) {
        List<OutboxRelay> running = relays;
        if (!running.isEmpty()) {
            running.get(shard).wake();
        }
    }

    @Override
    public void start() {
        relays = IntStream.range(0, OutboxRow.SHARDS).mapToObj(factory).toList();
        threads = IntStream.range(0, OutboxRow.SHARDS)
                .mapToObj(shard ->
                        Thread.ofPlatform().name("outbox-relay-" + shard).start(relays.get(shard)))
                .toList();
    }

    @Override
    public void stop() {
        relays.forEach(OutboxRelay::stop);
        try {
            for (Thread thread : threads) {
                thread.join(5_000);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        relays = List.of();
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /// Runs before listeners start and until they have stopped. What is left then waits for another copy or a restart.
    @Override
    public int getPhase() {
        return 100;
    }
}
