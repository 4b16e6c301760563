package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What a process prints, kept within bounds while the process writes on.
record LogFile(Path path) {

    private static final int TAIL = 256 * 1024;

    long size() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /// The last lines that were written after the file had the given size.
    List<String> since(long size) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long end = file.length();
            long start = Math.max(end < size ? 0 : size, end - TAIL);
            var tail = new byte[(int) (end - start)];
            file.seek(start);
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Moves a file that has grown too large aside and empties it. Its writers append, so they go on at the new end;
    /// what
    /// they write between the copy and the cut is lost.
    void keepBelow(long bytes) throws IOException {
        if (size() > bytes) {
            Files.copy(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.truncate(0);
            }
        }
    }
}
