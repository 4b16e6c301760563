package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;

/// Ports nobody uses.
final class Ports {

    private Ports() {}

    static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
