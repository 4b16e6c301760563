package dev.toolverdicts.system.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Two hundred readers of the live stream are gone from one moment to the next, every other one without a goodbye. A
/// minute later nothing reminds of them.
record VanishingReaders() implements Scenario {

    private static final int READERS = 200;
    private static final int SLACK = 20;
    private static final Duration FORGOTTEN_WITHIN = Duration.ofSeconds(60);

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Electorate voters = run.voters(5, 2, Habit.FORGET);
        voters.start();
        run.awaitVotes(voters, "before the readers come");
        int threads = run.threads();
        int connections = connections(run);
        double readers = readers(run);
        List<Socket> sockets = open(run, voters.tools());
        run.awaitVotes(voters, "while they read");
        run.figure("readers at most", readers(run));
        run.check(readers(run) - readers >= READERS, "only " + readers(run) + " readers were seen");
        run.figure("connections at most", connections(run));
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).setSoLinger(i % 2 == 0, 0);
            sockets.get(i).close();
        }
        long gone = System.nanoTime();
        while (System.nanoTime() - gone < FORGOTTEN_WITHIN.toNanos() && readers(run) > readers) {
            run.pause(Duration.ofSeconds(1));
        }
        run.figure(
                "forgotten after s", Duration.ofNanos(System.nanoTime() - gone).toSeconds());
        run.check(readers(run) <= readers, readers(run) + " readers are still counted");
        // What the gateway keeps open for later requests goes after ten idle seconds.
        while (System.nanoTime() - gone < FORGOTTEN_WITHIN.toNanos() && connections(run) > connections + SLACK) {
            run.pause(Duration.ofSeconds(1));
        }
        run.figure("connections", "%d before, %d after".formatted(connections, connections(run)));
        run.check(connections(run) <= connections + SLACK, connections(run) + " connections, before " + connections);
        run.checkThreads(threads);
    }

    private static List<Socket> open(Run run, List<String> tools) throws IOException {
        int port = URI.create(run.stack().url()).getPort();
        String request = "GET /api/v1/tallies/stream?tools=%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .formatted(String.join(",", tools));
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < READERS; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            if (socket.getInputStream().read() < 0) {
                throw new IOException("no stream for reader " + i);
            }
            sockets.add(socket);
        }
        return sockets;
    }

    private static double readers(Run run) {
        return run.voteServices().stream()
                .mapToDouble(copy -> run.metric(copy, "vote.stream.readers", "VALUE"))
                .sum();
    }

    private static int connections(Run run) throws IOException {
        int connections = 0;
        for (String copy : run.voteServices()) {
            connections += Facts.connections(run.stack().port(copy));
        }
        return connections;
    }
}
