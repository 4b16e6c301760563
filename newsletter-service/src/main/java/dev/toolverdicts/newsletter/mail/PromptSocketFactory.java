package dev.toolverdicts.newsletter.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Makes [PromptSocket]s. Others hold back the end of a mail until the server has confirmed what came before, and the
/// server, which has nothing to say yet, takes 40 ms for that.
final class PromptSocketFactory extends SocketFactory {

    private final Duration writeLimit;
    private @Nullable PromptSocket last;

    PromptSocketFactory(Duration writeLimit) {
        this.writeLimit = writeLimit;
    }

    /// Has the last connection wait for more to send with what comes next.
    void hold() {
        if (last != null) {
            last.hold();
        }
    }

    /// Has it send what it has been holding.
    void release() throws IOException {
        if (last != null) {
            last.release();
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        var socket = new PromptSocket(writeLimit);
        last = socket;
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress server, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(local);
            socket.connect(server, 0);
            return socket;
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }
}
