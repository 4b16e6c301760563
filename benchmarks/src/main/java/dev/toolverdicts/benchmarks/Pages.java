package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The load generator for pages: reads a list of addresses round and round, on from where it was before.
final class Pages {

    private static final Pattern NEXT = Pattern.compile("next=(\\d+)");

    private final Path script;
    private final Path paths;
    private long next;

    /// @param paths a file with an address on each line
    Pages(Path script, Path paths) {
        this.script = script;
        this.paths = paths;
    }

    Load get(int port, int connections, int seconds) throws IOException, InterruptedException {
        Process process = start(port, connections, seconds);
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        Matcher number = NEXT.matcher(said);
        if (process.waitFor() != 0 || !number.find()) {
            throw new IOException("wrk failed:\n" + said);
        }
        next = Long.parseLong(number.group(1));
        return Load.parse(said);
    }

    /// The same in the background, until it is over or ended.
    Process start(int port, int connections, int seconds) throws IOException {
        return new ProcessBuilder(List.of(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + port,
                        "--",
                        paths.toString(),
                        Long.toString(next)))
                .redirectErrorStream(true)
                .start();
    }
}
