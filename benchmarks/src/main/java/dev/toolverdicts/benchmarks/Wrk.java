package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The load generator. One thread of it drives more than two cores can serve; both sides get the same. Several copies
/// of a service have a thread and their share of the connections each.
final class Wrk {

    private static final Pattern NUMBERS = Pattern.compile("sent=(\\d+) next=(\\d+)");

    private final Path script;
    private final Path ballots;
    private long next;
    private long sent;

    Wrk(Path script, Path ballots) {
        this.script = script;
        this.ballots = ballots;
    }

    Load votes(int port, int connections, int seconds) throws IOException, InterruptedException {
        return votes(List.of(port), connections, seconds);
    }

    Load votes(List<Integer> ports, int connections, int seconds) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(List.of(
                        "wrk",
                        "-t" + ports.size(),
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + ports.getFirst(),
                        "--",
                        ballots.toString(),
                        Long.toString(next),
                        Integer.toString(ports.size())))
                .redirectErrorStream(true);
        command.environment()
                .put("VOTE_PORTS", ports.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed:\n" + said);
        }
        Matcher numbers = NUMBERS.matcher(said);
        if (!numbers.find()) {
            throw new IOException("wrk did not say how many votes it sent:\n" + said);
        }
        sent += Long.parseLong(numbers.group(1));
        next = Long.parseLong(numbers.group(2));
        return Load.parse(said);
    }

    /// How many votes were sent at most, all of them by different voters or on different tools.
    long sent() {
        return sent;
    }
}
