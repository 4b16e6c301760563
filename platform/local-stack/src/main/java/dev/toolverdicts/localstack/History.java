package dev.toolverdicts.localstack;

import java.util.concurrent.CompletableFuture;

/// What is known of a unit from its earlier processes.
///
/// @param firstReady done once a process of it has been ready
record History(CompletableFuture<Void> firstReady, int deaths) {

    private static final int DEATHS_BEFORE_READY = 3;

    History andOneDeath() {
        return new History(firstReady, deaths + 1);
    }

    boolean wasReady() {
        return firstReady.isDone();
    }

    /// Only asked after one more death. Whatever has once been ready is started again for ever.
    boolean hasFailedTooOften() {
        return !wasReady() && deaths + 1 >= DEATHS_BEFORE_READY;
    }
}
