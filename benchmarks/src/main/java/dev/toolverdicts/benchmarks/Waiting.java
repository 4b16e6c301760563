package dev.toolverdicts.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Looks again and again until something is so.
final class Waiting {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private Waiting() {}

    /// @throws IllegalStateException when it is not so in time
    static void until(String what, int seconds, BooleanSupplier isSo) {
        long began = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(seconds)) {
                throw new IllegalStateException("after " + seconds + " s it is still not so that " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
