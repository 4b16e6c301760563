package dev.toolverdicts.system;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Two browsers that look side by side, by turns: to judge a page is the work of one processor, and
/// the system rests meanwhile.
final class Lookers implements AutoCloseable {

    private static final int BROWSERS = 2;

    /// A browser is spoken to by the thread that opened it.
    private record Looker(ExecutorService thread, CompletableFuture<Look> look) {

        static Looker open() {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            return new Looker(thread, CompletableFuture.supplyAsync(() -> new Look(Chromium.open()), thread));
        }
    }

    private final List<Looker> lookers =
            Stream.generate(Looker::open).limit(BROWSERS).toList();
    private int turn;

    /// For stories that can do without a browser.
    static Optional<Lookers> ifPossible() {
        return Chromium.isThere() ? Optional.of(new Lookers()) : Optional.empty();
    }

    /// Looks as soon as the browser whose turn it is has done what it was asked before.
    CompletableFuture<Void> look(Consumer<Look> at) {
        Looker looker = lookers.get(turn++ % BROWSERS);
        return looker.look().thenAcceptAsync(at, looker.thread());
    }

    /// Waits for a look and fails as it did.
    static void await(CompletableFuture<Void> look) {
        try {
            look.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError wrong) {
                throw wrong;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        for (Looker looker : lookers) {
            try {
                looker.look().thenAcceptAsync(Look::close, looker.thread()).join();
            } finally {
                looker.thread().shutdown();
            }
        }
    }
}
