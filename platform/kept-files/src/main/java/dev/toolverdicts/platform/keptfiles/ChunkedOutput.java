package dev.toolverdicts.platform.keptfiles;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Passes a file on in pieces of one size, the last one shorter, and sums it up on the way.
final class ChunkedOutput extends OutputStream {

    static final int SIZE = 256 * 1024;

    private final ChunkSink sink;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[SIZE];
    private int filled;
    private int chunks;
    private long bytes;

    ChunkedOutput(ChunkSink sink) {
        this.sink = sink;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        digest.update(from, offset, length);
        bytes += length;
        int done = 0;
        while (done < length) {
            int step = Math.min(length - done, SIZE - filled);
            System.arraycopy(from, offset + done, buffer, filled, step);
            filled += step;
            done += step;
            if (filled == SIZE) {
                pass();
            }
        }
    }

    private void pass() {
        sink.take(chunks++, Arrays.copyOf(buffer, filled));
        filled = 0;
    }

    @Override
    public void close() {
        if (filled > 0) {
            pass();
        }
    }

    /// @param rows that were written
    KeptFile summedUp(String name, long rows) {
        return new KeptFile(name, rows, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
