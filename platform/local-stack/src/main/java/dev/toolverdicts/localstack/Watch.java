package dev.toolverdicts.localstack;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks at running processes now and then: whether one says that it is stuck, and how large
/// the logs are.
///
/// @param running the newest process of every unit, none once everything is being stopped
record Watch(Supplier<List<Life>> running, Consumer<String> say, Duration lookEvery) {

    private static final int COMPLAINTS = 4;
    private static final long LARGEST_LOG = 20L * 1024 * 1024;

    void start() {
        Thread.ofVirtual().name("log-bounds").start(this::keepLogsWithinBounds);
        Thread.ofVirtual().name("liveness").start(this::endStuckProcesses);
    }

    /// A process that runs and does nothing is worse than a dead one, which is started again.
    private void endStuckProcesses() {
        var complaints = new HashMap<Life, Integer>();
        while (pause(lookEvery)) {
            List<Life> lives = running.get();
            complaints.keySet().retainAll(lives);
            for (Life life : lives) {
                if (!life.history().wasReady() || !life.unit().stuck().getAsBoolean()) {
                    complaints.remove(life);
                } else if (complaints.merge(life, 1, Integer::sum) == COMPLAINTS) {
                    say.accept("%s says that it is stuck, it is ended"
                            .formatted(life.unit().name()));
                    life.process().destroy();
                }
            }
        }
    }

    private void keepLogsWithinBounds() {
        var failed = new HashSet<Unit>();
        while (pause(lookEvery)) {
            for (Unit unit : running.get().stream().map(Life::unit).toList()) {
                try {
                    new LogFile(unit.log()).keepBelow(LARGEST_LOG);
                    failed.remove(unit);
                } catch (IOException e) {
                    if (failed.add(unit)) {
                        say.accept("the log of %s cannot be shortened: %s".formatted(unit.name(), Trouble.of(e)));
                    }
                }
            }
        }
    }

    /// @return false when interrupted
    static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
