package dev.toolverdicts.newsletter.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Ends a row that does not end: a quote that is never closed would else take the rest of the file into memory.
final class BoundedReader extends FilterReader {

    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// More than what is read ahead.
    private static final int LONGEST_ROW = 64 * 1024;

    private int left = LONGEST_ROW;

    BoundedReader(Reader in) {
        super(in);
    }

    void rowEnded() {
        left = LONGEST_ROW;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws RowTooLong {
        left -= read;
        if (left < 0) {
            throw new RowTooLong();
        }
    }
}
