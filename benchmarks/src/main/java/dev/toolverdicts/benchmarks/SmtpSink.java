package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Postfix's `smtp-sink`: takes mails, throws them away and counts them. After each it writes its count to a file, of
/// which only the end is looked at.
final class SmtpSink implements AutoCloseable {

    private static final Pattern COUNT = Pattern.compile("mesg=(\\d+)\\r");
    private static final int LONGEST_COUNT = 200;

    private final Process process;
    private final int port;
    private final Path counts;

    private SmtpSink(Process process, int port, Path counts) {
        this.process = process;
        this.port = port;
        this.counts = counts;
    }

    static SmtpSink start(Path folder) throws IOException {
        int port = Ports.free();
        Path counts = folder.resolve("sink-counts");
        Path complaints = folder.resolve("sink-complaints");
        var words = new ArrayList<>(List.of("smtp-sink", "-c"));
        if (System.getProperty("user.name").equals("root")) {
            // It wants to be told whom to become.
            words.addAll(List.of("-u", "nobody"));
        }
        words.addAll(List.of("127.0.0.1:" + port, "128"));
        Process process = new ProcessBuilder(words)
                .redirectOutput(counts.toFile())
                .redirectError(complaints.toFile())
                .start();
        var sink = new SmtpSink(process, port, counts);
        Waiting.until("the sink is ready", 10, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("smtp-sink ended, its words are in " + complaints);
            }
            return Ports.answers(port);
        });
        return sink;
    }

    int port() {
        return port;
    }

    /// How many mails it has taken.
    long count() {
        try (var file = new RandomAccessFile(counts.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LONGEST_COUNT));
            byte[] end = new byte[LONGEST_COUNT];
            int read = file.read(end);
            Matcher found = COUNT.matcher(new String(end, 0, Math.max(0, read), US_ASCII));
            long count = 0;
            while (found.find()) {
                count = Long.parseLong(found.group(1));
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
