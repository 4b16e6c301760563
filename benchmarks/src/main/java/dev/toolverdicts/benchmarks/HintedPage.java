package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A page that stays open: it follows changes of its tool as the site's script does, and notes when it was told of one.
final class HintedPage implements AutoCloseable {

    private final String kind;
    private final EventLines stream;
    private final Queue<Long> told = new ConcurrentLinkedQueue<>();

    /// @param kind of the hints that count
    HintedPage(int port, String tool, String kind) throws IOException {
        this.kind = "\"kind\":\"" + kind + "\"";
        stream = new EventLines(port, "/api/v1/changes/stream?tools=" + tool, this::note);
    }

    void note(String line) {
        if (line.startsWith("data:") && line.contains(kind)) {
            told.add(System.nanoTime());
        }
    }

    /// From that moment until the first hint after it; below 0 while there is none.
    double secondsUntilHint(long began) {
        return told.stream()
                .filter(at -> at - began >= 0)
                .findFirst()
                .map(at -> (at - began) / 1e9)
                .orElse(-1.0);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
