package dev.toolverdicts.system.faults;

import java.io.IOException;
import java.net.Socket;

/// One connection through a [Proxy].
record Link(Socket client, Socket server) {

    /// Ends both sides at once; what was under way is lost.
    void reset() {
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException e) {
            // It has ended by itself.
        }
    }

    void halfClose() {
        try {
            client.shutdownOutput();
        } catch (IOException e) {
            // It has ended by itself.
        }
    }

    void close() {
        try {
            client.close();
            server.close();
        } catch (IOException e) {
            // It has ended by itself.
        }
    }
}
