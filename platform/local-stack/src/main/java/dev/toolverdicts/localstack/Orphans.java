package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Processes that a killed launcher left behind. Recorded pids are not trusted, they may belong to somebody else by
/// now:
/// a process is ours when its command line names this data folder.
final class Orphans {

    /// A process and the name it has in `stack.json`.
    record Orphan(ProcessHandle process, String name) {}

    private Orphans() {}

    /// Ends them, services before what they stand on, and returns their names.
    static List<String> end(DataFolder data) {
        List<Orphan> orphans = of(data);
        for (Unit.Layer layer : List.of(Unit.Layer.SERVICE, Unit.Layer.LOG, Unit.Layer.DATABASE)) {
            List<Orphan> together = orphans.stream()
                    .filter(orphan -> layer(orphan.name()) == layer)
                    .toList();
            together.forEach(orphan -> Signals.send(orphan.process().pid(), layer.stopSignal()));
            together.forEach(orphan -> await(orphan.process()));
        }
        return orphans.stream().map(Orphan::name).toList();
    }

    static List<Orphan> of(DataFolder data) {
        var found = new ArrayList<Orphan>();
        ProcessHandle.allProcesses()
                .filter(process -> !process.equals(ProcessHandle.current()))
                .forEach(process -> {
                    List<String> command = command(process);
                    if (Jvm.isOf(data, command)) {
                        found.add(new Orphan(process, Jvm.name(command)));
                    } else if (Postgres.isOf(data, command)) {
                        found.add(new Orphan(process, Postgres.NAME));
                    }
                });
        return found;
    }

    private static Unit.Layer layer(String name) {
        return switch (name) {
            case Postgres.NAME -> Unit.Layer.DATABASE;
            case Kafka.NAME -> Unit.Layer.LOG;
            default -> Unit.Layer.SERVICE;
        };
    }

    private static List<String> command(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            // Elsewhere than on Linux a folder with a space is cut in two, and its orphans are not found.
            return Files.exists(file)
                    ? List.of(Files.readString(file).split("\0", -1))
                    : process.info()
                            .commandLine()
                            .map(line -> Arrays.asList(line.split(" ", -1)))
                            .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
