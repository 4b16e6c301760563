package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The load generator. One thread of it drives more than two cores can serve; both sides get the same.
final class Wrk {

    private static final int THREADS = 1;

    private final Path script;
    private final Path ballots;
    private long next;

    Wrk(Path script, Path ballots) {
        this.script = script;
        this.ballots = ballots;
    }

    Load votes(int port, int connections, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        "wrk",
                        "-t" + THREADS,
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + port,
                        "--",
                        ballots.toString(),
                        Long.toString(next),
                        Integer.toString(THREADS)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed:\n" + said);
        }
        Load load = Load.parse(said);
        // wrk has sent a little more than was answered; nobody votes twice all the same.
        next += load.requests() + load.broken() + connections;
        return load;
    }

    /// How many votes were sent at most, all of them by different voters or on different tools.
    long sent() {
        return next;
    }
}
