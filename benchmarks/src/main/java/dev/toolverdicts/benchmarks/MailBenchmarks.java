package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Every figure of sending mail, one after the other, beside its ceiling, floor and goal.
final class MailBenchmarks {

    private MailBenchmarks() {}

    static void main(String[] words) throws IOException, InterruptedException, SQLException {
        MailSettings settings = settings(words);
        System.out.printf(
                "%d cores, load %.1f, JDK %s, %d pairs, %d sessions, mails of %,d bytes%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                settings.pairs(),
                Mailing.SESSIONS,
                Mailing.BYTES);
        Path home = Path.of(System.getProperty("project.home"));
        var verdicts = new ArrayList<Verdict>();
        Path folder = Files.createTempDirectory("mail-benchmark-");
        try (var sink = SmtpSink.start(folder)) {
            for (int copies : copies(settings.rows())) {
                verdicts.addAll(new MailSpeed(settings, copies).measure(home, sink));
            }
            if (settings.rows().contains("memory")) {
                verdicts.addAll(new MailMemory(settings).measure(home, sink));
            }
        }
        verdicts.forEach(verdict -> System.out.println(verdict.line()));
        System.exit(verdicts.stream().allMatch(Verdict::reachesFloor) ? 0 : 1);
    }

    /// Each system that is wanted, once: the first of the copies is the row `sink`.
    private static SortedSet<Integer> copies(List<String> rows) {
        var copies = new TreeSet<Integer>();
        if (rows.contains("sink")) {
            copies.add(1);
        }
        if (rows.contains("copies")) {
            copies.addAll(List.of(1, 2, 3));
        }
        return copies;
    }

    private static MailSettings settings(String[] words) {
        try {
            return MailSettings.parse(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }
}
