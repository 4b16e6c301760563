package dev.toolverdicts.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page that stays open: it follows its tool's tally as the site's script does, and notes when it was told which.
final class OpenPage implements AutoCloseable {

    private static final Pattern SHIPS = Pattern.compile("\"ships\":(\\d+)");

    private final Socket socket;
    private final ConcurrentSkipListMap<Long, Long> told = new ConcurrentSkipListMap<>();

    OpenPage(int port, String tool) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(("GET /api/v1/tallies/stream?tools=" + tool + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(this::follow);
    }

    private void follow() {
        try (var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher ships = SHIPS.matcher(line);
                if (ships.find()) {
                    told.putIfAbsent(Long.valueOf(ships.group(1)), System.nanoTime());
                }
            }
        } catch (SocketException closed) {
            // By close() below.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From that moment until so many ships or more were told; below 0 while they were not.
    double secondsUntil(long ships, long began) {
        Map.Entry<Long, Long> first = told.ceilingEntry(ships);
        return first == null ? -1 : Math.max(0, (first.getValue() - began) / 1e9);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
