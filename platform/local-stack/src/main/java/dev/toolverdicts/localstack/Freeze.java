package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Holds processes still while their files are copied. To whoever reads the copy it is as if all
/// of them had been killed at one moment. They wake when this is closed, and also when this
/// process ends without closing it, however it ends.
final class Freeze implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Waits for the end of its input, which comes with the end of whoever started it.
    private static final String WAKE = """
            trap '' INT TERM HUP
            cat >/dev/null
            for pid in "$@"; do kill -CONT "$pid"; done
            """;

    private final List<ProcessHandle> still = new ArrayList<>();
    private final List<Process> wakers = new ArrayList<>();

    private Freeze() {}

    /// @param processes whose children are held too
    /// @throws Refused when one of them does not stand still
    static Freeze of(List<ProcessHandle> processes) throws IOException {
        var freeze = new Freeze();
        try {
            freeze.hold(processes);
            // Whoever stands still starts no more of them.
            freeze.hold(processes.stream().flatMap(ProcessHandle::descendants).toList());
            return freeze;
        } catch (IOException | RuntimeException e) {
            freeze.close();
            throw e;
        }
    }

    private void hold(List<ProcessHandle> processes) throws IOException {
        if (processes.isEmpty()) {
            return;
        }
        // Who wakes them is there before they are stopped.
        var words = new ArrayList<>(List.of("sh", "-c", WAKE, "wake"));
        processes.forEach(process -> words.add(Long.toString(process.pid())));
        wakers.add(new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        still.addAll(processes);
        processes.forEach(process -> Signals.send(process.pid(), "STOP"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!areStill(processes)) {
            if (System.nanoTime() > deadline) {
                throw new Refused("a process does not stand still, so it cannot be copied: stop the system first");
            }
            Watch.pause(Duration.ofMillis(10));
        }
    }

    /// @throws Refused when one has been woken by somebody else: what was copied is of no use then
    void requireStill() throws IOException {
        if (!areStill(still) || !still.stream().allMatch(ProcessHandle::isAlive)) {
            throw new Refused("a process went on while it was copied: try again");
        }
    }

    private static boolean areStill(List<ProcessHandle> processes) throws IOException {
        for (ProcessHandle process : processes) {
            if (process.isAlive() && !isStill(process.pid())) {
                return false;
            }
        }
        return true;
    }

    /// A thread may be within a write when the signal comes; it stands still after that.
    private static boolean isStill(long pid) throws IOException {
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.exists(threads)) {
            return isStillByPs(pid);
        }
        try (Stream<Path> each = Files.list(threads)) {
            for (Path thread : each.toList()) {
                if (!isStill(Files.readString(thread.resolve("stat")))) {
                    return false;
                }
            }
            return true;
        } catch (IOException | UncheckedIOException ended) {
            // A thread that was there a moment ago: look again.
            return false;
        }
    }

    /// @param stat `pid (name) state …`, where the name may hold anything
    private static boolean isStill(String stat) {
        int end = stat.lastIndexOf(") ");
        return end >= 0 && end + 2 < stat.length() && "TtZX".indexOf(stat.charAt(end + 2)) >= 0;
    }

    private static boolean isStillByPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(pid)).start();
        String state = new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
        return state.isEmpty() || "TZ".indexOf(state.charAt(0)) >= 0;
    }

    @Override
    public void close() {
        for (Process waker : wakers) {
            try {
                waker.getOutputStream().close();
                waker.waitFor(5, TimeUnit.SECONDS);
            } catch (IOException e) {
                // It has ended by itself, which wakes them too.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        wakers.clear();
    }
}
