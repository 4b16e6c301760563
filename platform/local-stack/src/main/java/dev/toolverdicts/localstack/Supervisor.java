package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts processes, starts them again when they die, and ends them in the reverse order.
final class Supervisor {

    private static final long READY_WITHIN_SECONDS = 180;
    private static final long LARGEST_LOG = 20L * 1024 * 1024;

    private final Map<Unit, Process> running = new LinkedHashMap<>();
    private final Runnable changed;
    private final Consumer<String> say;
    private final CountDownLatch failed = new CountDownLatch(1);
    private volatile @Nullable String failure;
    private volatile boolean stopping;

    /// @param changed called whenever a process has been started
    Supervisor(Runnable changed, Consumer<String> say) {
        this.changed = changed;
        this.say = say;
    }

    synchronized Map<Unit, Long> pids() {
        var pids = new LinkedHashMap<Unit, Long>();
        running.forEach((unit, process) -> pids.put(unit, process.pid()));
        return pids;
    }

    /// Starts a unit and completes when it is ready.
    CompletableFuture<Void> start(Unit unit) {
        return CompletableFuture.runAsync(
                () -> {
                    long begun = System.nanoTime();
                    launch(unit);
                    awaitReady(unit);
                    say.accept("%-19s ready in %4.1f s  port %d"
                            .formatted(unit.name(), (System.nanoTime() - begun) / 1e9, unit.port()));
                },
                task -> Thread.ofPlatform()
                        .name("start-" + unit.name())
                        .daemon()
                        .start(task));
    }

    /// Returns when the system cannot go on, with the reason.
    String awaitFailure() throws InterruptedException {
        failed.await();
        return String.valueOf(failure);
    }

    private synchronized void launch(Unit unit) {
        if (stopping) {
            return;
        }
        try {
            rotate(unit.log());
            Process process = unit.start()
                    .command()
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(unit.log().toFile()))
                    .start();
            process.getOutputStream().close();
            running.put(unit, process);
            long begun = System.nanoTime();
            var _ = process.onExit().thenAcceptAsync(ended -> revive(unit, ended, begun));
        } catch (IOException e) {
            fail(unit.name() + " cannot be started: " + e.getMessage());
            return;
        }
        changed.run();
    }

    private void revive(Unit unit, Process ended, long begun) {
        if (stopping) {
            return;
        }
        String replaced = lastLineWith(unit.log(), "LOG REPLACED");
        if (replaced != null && System.nanoTime() - begun < TimeUnit.MINUTES.toNanos(2)) {
            fail(replaced
                    + ". Bring back the Kafka data that belongs to these databases, or start anew with --data DIR.");
            return;
        }
        boolean young = System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(10);
        say.accept("%s died with exit code %d, starting it again".formatted(unit.name(), ended.exitValue()));
        CompletableFuture.delayedExecutor(young ? 1_500 : 100, TimeUnit.MILLISECONDS)
                .execute(() -> launch(unit));
    }

    private void awaitReady(Unit unit) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        while (!unit.ready().getAsBoolean()) {
            if (stopping || failure != null) {
                throw new Refused("stopped");
            }
            if (System.nanoTime() > deadline) {
                throw new Refused("%s is not ready after %d s; its log is %s"
                        .formatted(unit.name(), READY_WITHIN_SECONDS, unit.log()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused("interrupted", e);
            }
        }
    }

    private void fail(String reason) {
        failure = reason;
        failed.countDown();
    }

    /// Ends every process and waits for it: the services together, then what they depend on.
    void stop() {
        stopping = true;
        Map<Unit, Process> all;
        synchronized (this) {
            all = Map.copyOf(running);
        }
        for (boolean infrastructure : new boolean[] {false, true}) {
            all.forEach((unit, process) -> {
                if (isInfrastructure(unit) == infrastructure) {
                    signal(unit, process);
                }
            });
            all.forEach((unit, process) -> {
                if (isInfrastructure(unit) == infrastructure) {
                    end(process);
                }
            });
        }
    }

    private static boolean isInfrastructure(Unit unit) {
        return unit.name().equals("postgres") || unit.name().equals("kafka");
    }

    private static void signal(Unit unit, Process process) {
        if (process.isAlive()) {
            Signals.send(process.pid(), unit.stopSignal());
        }
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static @Nullable String lastLineWith(Path log, String mark) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 64 * 1024));
            var tail = new byte[64 * 1024];
            int read = Math.max(0, file.read(tail));
            return new String(tail, 0, read, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(mark))
                    .map(line -> line.substring(line.indexOf(mark)).strip())
                    .reduce((_, last) -> last)
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
