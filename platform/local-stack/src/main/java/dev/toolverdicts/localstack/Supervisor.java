package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Starts processes, starts them again when they die, and stops them layer by layer.
final class Supervisor {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Map<Unit, Life> lives = new LinkedHashMap<>();
    private final Consumer<Map<Unit, Long>> changed;
    private final Consumer<String> say;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private volatile boolean stopping;
    private boolean untold;

    /// @param changed told all pids whenever a process has been started
    Supervisor(Consumer<Map<Unit, Long>> changed, Consumer<String> say) {
        this(changed, say, Duration.ofSeconds(5));
    }

    /// @param lookEvery how often logs are measured and processes asked whether they are stuck
    Supervisor(Consumer<Map<Unit, Long>> changed, Consumer<String> say, Duration lookEvery) {
        this.changed = changed;
        this.say = say;
        new Watch(() -> stopping ? List.of() : running(), say, lookEvery).start();
    }

    /// Starts units side by side and returns when all are ready.
    ///
    /// @throws Refused when one cannot be started
    void start(Unit... units) {
        var ready = new CompletableFuture<?>[units.length];
        for (int i = 0; i < units.length; i++) {
            var first = new CompletableFuture<Void>();
            launch(units[i], new History(first, 0));
            ready[i] = first;
        }
        CompletableFuture.anyOf(CompletableFuture.allOf(ready), failure).join();
        if (failure.isDone()) {
            throw new Refused(failure.join());
        }
    }

    /// Returns when the system cannot go on, with the reason.
    String awaitFailure() {
        return failure.join();
    }

    private void launch(Unit unit, History history) {
        try {
            Life life;
            synchronized (this) {
                if (stopping) {
                    return;
                }
                life = Life.of(unit, history);
                lives.put(unit, life);
            }
            tell();
            var _ = life.process().onExit().thenRunAsync(() -> died(life));
            Thread.ofVirtual().name("ready-" + unit.name()).start(() -> awaitReady(life));
        } catch (IOException e) {
            notLaunched(unit, history, Trouble.of(e));
        } catch (Refused e) {
            notLaunched(unit, history, String.valueOf(e.getMessage()));
        }
    }

    /// What has once run will run again: a disk gets room, a folder can be written again.
    private void notLaunched(Unit unit, History history, String why) {
        String trouble = "%s cannot be started: %s".formatted(unit.name(), why);
        if (history.wasReady()) {
            say.accept(trouble + "; it is tried again");
            later(AGAIN, () -> launch(unit, history));
        } else {
            failure.complete(trouble);
        }
    }

    /// A disk that is full keeps nobody from being started again: who is who is told when there is
    /// room.
    private synchronized void tell() {
        if (stopping) {
            return;
        }
        try {
            changed.accept(pids());
            untold = false;
        } catch (UncheckedIOException e) {
            if (!untold) {
                untold = true;
                say.accept("cannot write down which process is which: %s; it is tried again"
                        .formatted(Trouble.of(Objects.requireNonNull(e.getCause()))));
            }
            later(AGAIN, this::tell);
        }
    }

    private void later(Duration pause, Runnable step) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!stopping) {
                        step.run();
                    }
                });
    }

    private Map<Unit, Long> pids() {
        var pids = new LinkedHashMap<Unit, Long>();
        lives.forEach((unit, life) -> pids.put(unit, life.process().pid()));
        return pids;
    }

    private void awaitReady(Life life) {
        Unit unit = life.unit();
        boolean again = life.history().wasReady();
        while (!unit.ready().test(life)) {
            if (stopping || failure.isDone() || !life.process().isAlive()) {
                return;
            }
            if (!again && life.age().compareTo(READY_WITHIN) > 0) {
                failure.complete("%s is not ready after %d s, its log is %s"
                        .formatted(unit.name(), READY_WITHIN.toSeconds(), unit.log()));
                return;
            }
            Watch.pause(Duration.ofMillis(100));
        }
        say.accept(
                again
                        ? "%s is ready again after %.1f s"
                                .formatted(unit.name(), life.age().toMillis() / 1e3)
                        : "%-19s ready in %5.1f s   port %d"
                                .formatted(unit.name(), life.age().toMillis() / 1e3, unit.port()));
        life.history().firstReady().complete(null);
    }

    private void died(Life life) {
        if (stopping || failure.isDone()) {
            return;
        }
        String hopeless = life.hopeless();
        if (hopeless != null) {
            failure.complete(hopeless);
            return;
        }
        say.accept("%s died with exit code %d, it is started again"
                .formatted(life.unit().name(), life.process().exitValue()));
        // At once, but not in a circle as fast as the machine can turn.
        Duration pause = Duration.ofMillis(life.age().compareTo(Duration.ofSeconds(10)) < 0 ? 1_500 : 50);
        later(pause, () -> launch(life.unit(), life.history().andOneDeath()));
    }

    /// Stops every process and waits for it, what stands on others before what it stands on.
    void stop() {
        stopping = true;
        Shutdown.of(running());
    }

    private synchronized List<Life> running() {
        return List.copyOf(lives.values());
    }
}
