package dev.toolverdicts.localstack;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Ends processes in good order: layer by layer, and by force whoever does not end in time.
final class Shutdown {

    private Shutdown() {}

    /// Waits for each, what stands on others before what it stands on.
    static void of(Collection<Life> lives) {
        for (Unit.Layer layer : List.of(Unit.Layer.values()).reversed()) {
            end(
                    layer,
                    lives.stream()
                            .filter(life -> life.unit().layer() == layer)
                            .map(Life::process)
                            .toList());
        }
    }

    private static void end(Unit.Layer layer, List<Process> processes) {
        processes.stream().filter(Process::isAlive).forEach(process -> Signals.send(process.pid(), layer.stopSignal()));
        long deadline = System.nanoTime() + layer.patience().toNanos();
        for (Process process : processes) {
            try {
                if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
