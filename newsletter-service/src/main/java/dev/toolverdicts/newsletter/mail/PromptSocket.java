package dev.toolverdicts.newsletter.mail;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A socket that sends at once what it is given, and is closed when a server does not take it in time. The mail
/// library's own limit of that kind wakes a thread for every write. For one thread, which reads and writes.
final class PromptSocket extends Socket {

    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final Duration limit;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean holding;
    private volatile long writingSince = NOT_WRITING;
    private volatile @Nullable Thread watcher;

    /// @param limit of one write
    PromptSocket(Duration limit) throws IOException {
        this.limit = limit;
        setTcpNoDelay(true);
    }

    @Override
    public void connect(SocketAddress server, int timeout) throws IOException {
        super.connect(server, timeout);
        watcher = Thread.ofVirtual().name("mail-write-limit").start(this::watch);
    }

    /// With its watcher, who would keep all that belongs to the socket until the next look.
    @Override
    public void close() throws IOException {
        super.close();
        Thread watching = watcher;
        if (watching != null) {
            watching.interrupt();
        }
    }

    /// Looks often enough for a write to be ended by a quarter later than it should.
    private void watch() {
        try {
            while (!isClosed()) {
                Thread.sleep(limit.dividedBy(4));
                long since = writingSince;
                if (since != NOT_WRITING && System.nanoTime() - since > limit.toNanos()) {
                    close();
                }
            }
        } catch (InterruptedException | IOException e) {
            // closed, or as good as
        }
    }

    /// Keeps what is written until something is read or [#release], so that it goes in one packet.
    void hold() {
        holding = true;
    }

    void release() throws IOException {
        if (holding) {
            holding = false;
            write(super.getOutputStream(), held.toByteArray(), 0, held.size());
            held.reset();
        }
    }

    private void write(OutputStream out, byte[] bytes, int offset, int length) throws IOException {
        writingSince = System.nanoTime();
        try {
            out.write(bytes, offset, length);
        } finally {
            writingSince = NOT_WRITING;
        }
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        OutputStream wire = super.getOutputStream();
        return new OutputStream() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                PromptSocket.this.write(holding ? held : wire, bytes, offset, length);
            }

            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void close() throws IOException {
                PromptSocket.this.close();
            }
        };
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                release();
                return in.read(bytes, offset, length);
            }

            @Override
            public int read() throws IOException {
                release();
                return in.read();
            }
        };
    }
}
