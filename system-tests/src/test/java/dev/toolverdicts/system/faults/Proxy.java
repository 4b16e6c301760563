package dev.toolverdicts.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/// A wire between two processes that can be cut. It listens on a port of its own and leads each connection to where
/// the supplier says, two virtual threads each.
final class Proxy implements AutoCloseable {

    private static final IntUnaryOperator ALL = IntUnaryOperator.identity();
    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final ServerSocket door;
    private final IntSupplier upstream;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean cut;
    private volatile CountDownLatch gate = OPEN;
    private volatile Duration delay = Duration.ZERO;
    private volatile IntUnaryOperator answers = ALL;

    /// @param upstream asked anew for each connection
    Proxy(IntSupplier upstream) {
        this.upstream = upstream;
        try {
            door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Everything passes, also what was held back.
    void pass() {
        cut = false;
        delay = Duration.ZERO;
        answers = ALL;
        gate.countDown();
        gate = OPEN;
    }

    /// Every connection ends with a reset, and so does each new one, until [#pass].
    void cut() {
        cut = true;
        reset();
    }

    /// Every present connection ends with a reset.
    void reset() {
        links.forEach(Link::reset);
    }

    /// Each client is told that nothing more will come, while the other side still listens.
    void halfClose() {
        links.forEach(Link::halfClose);
    }

    /// A black hole: connections stay and open, but nothing passes until [#pass].
    void hold() {
        gate = new CountDownLatch(1);
    }

    void delay(Duration each) {
        delay = each;
    }

    /// Connections are reset in the middle of an answer.
    ///
    /// @param passing how many of so many bytes may pass; fewer than all is the end of the connection
    void answers(IntUnaryOperator passing) {
        answers = passing;
    }

    int links() {
        return links.size();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // Closed, or a client that has gone already.
            }
        }
    }

    private void connect(Socket client) {
        var server = new Socket();
        var link = new Link(client, server);
        try {
            links.add(link);
            gate.await();
            if (cut) {
                throw new IOException("cut");
            }
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream.getAsInt()), 2000);
            Thread answering = Thread.ofVirtual().start(() -> pump(link, server, client, true));
            pump(link, client, server, false);
            answering.join();
        } catch (IOException | RuntimeException e) {
            link.reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            link.close();
            links.remove(link);
        }
    }

    private void pump(Link link, Socket from, Socket to, boolean answering) {
        byte[] buffer = new byte[32 * 1024];
        try {
            int read = from.getInputStream().read(buffer);
            while (read >= 0) {
                gate.await();
                if (delay.isPositive()) {
                    var _ = end.await(delay.toNanos(), TimeUnit.NANOSECONDS);
                }
                int passing = answering ? Math.clamp(answers.applyAsInt(read), 0, read) : read;
                to.getOutputStream().write(buffer, 0, passing);
                if (passing < read) {
                    throw new IOException("cut in the middle of an answer");
                }
                read = from.getInputStream().read(buffer);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            link.reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        pass();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }
}
