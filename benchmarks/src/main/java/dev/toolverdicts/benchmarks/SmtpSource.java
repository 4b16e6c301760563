package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/// Postfix's `smtp-source`: the same mail again and again, as fast as it can, many over each connection. It renders
/// nothing and remembers nothing, which is why it is the ceiling.
record SmtpSource(SmtpSink sink, int sessions, int bytes) {

    MailRun send(int messages) throws IOException, InterruptedException {
        long before = sink.count();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        "smtp-source",
                        "-d",
                        "-s",
                        Integer.toString(sessions),
                        "-l",
                        Integer.toString(bytes),
                        "-m",
                        Integer.toString(messages),
                        "-f",
                        "ceiling@example.org",
                        "-t",
                        "reader@example.org",
                        "127.0.0.1:" + sink.port()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("smtp-source failed:\n" + said);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new MailRun(messages, seconds, sink.count() - before);
    }
}
