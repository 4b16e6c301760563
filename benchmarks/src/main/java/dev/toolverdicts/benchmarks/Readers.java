package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Open pages: each follows the tallies of two tools and reads all it is sent.
final class Readers implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    Readers(int port, List<String> tools, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            String two = tools.get(i % tools.size()) + "," + tools.get((i * 7 + 1) % tools.size());
            socket.getOutputStream()
                    .write(("GET /api/v1/tallies/stream?tools=" + two + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
            Thread.ofVirtual().start(() -> read(socket));
        }
    }

    private void read(Socket socket) {
        var buffer = new byte[8 * 1024];
        try (InputStream in = socket.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.addAndGet(read);
            }
        } catch (SocketException closed) {
            // By close() below: nobody waits for the rest.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
