package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/// How much room is left where a folder is.
final class Room {

    private static final long MEGABYTE = 1024 * 1024;

    /// Less is not enough for the write-ahead log and the first segments alone.
    static final long TO_START = 128 * MEGABYTE;

    /// From here on somebody should know.
    static final long LOW = 512 * MEGABYTE;

    private final Path folder;
    private final LongSupplier free;

    /// @param folder one that exists
    Room(Path folder) {
        this(folder, () -> usable(folder));
    }

    /// @param free in bytes
    Room(Path folder, LongSupplier free) {
        this.folder = folder;
        this.free = free;
    }

    private static long usable(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            // Some that lie on other machines do not know.
            return store.getTotalSpace() <= 0 ? Long.MAX_VALUE : store.getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    Path folder() {
        return folder;
    }

    long free() {
        return free.getAsLong();
    }

    /// @param what is to be done with it, as in `starting`
    /// @throws Refused when there is less
    void require(long bytes, String what) {
        long left = free();
        if (left < bytes) {
            throw new Refused("only %s are free at %s, and %s needs %s: make room, or choose another folder"
                    .formatted(words(left), folder, what, words(bytes)));
        }
    }

    static String words(long bytes) {
        return "%d MB".formatted(bytes / MEGABYTE);
    }
}
