package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page that stays open: it follows its tool's tally as the site's script does, and notes when it was told which.
final class OpenPage implements AutoCloseable {

    private static final Pattern SHIPS = Pattern.compile("\"ships\":(\\d+)");

    private final EventLines stream;
    private final ConcurrentSkipListMap<Long, Long> told = new ConcurrentSkipListMap<>();

    OpenPage(int port, String tool) throws IOException {
        stream = new EventLines(port, "/api/v1/tallies/stream?tools=" + tool, this::note);
    }

    private void note(String line) {
        Matcher ships = SHIPS.matcher(line);
        if (ships.find()) {
            told.putIfAbsent(Long.valueOf(ships.group(1)), System.nanoTime());
        }
    }

    /// From that moment until so many ships or more were told; below 0 while they were not.
    double secondsUntil(long ships, long began) {
        Map.Entry<Long, Long> first = told.ceilingEntry(ships);
        return first == null ? -1 : Math.max(0, (first.getValue() - began) / 1e9);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
