package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// What memory newsletter-service takes for a long issue, beside the same process with a short one. It is warmed up
/// with short ones first: code and heap are as large then as sending makes them.
record MailMemory(MailSettings settings) {

    static final int FEW = 10_000;
    /// Issues after which code and heap have stopped to grow, however many are sent.
    private static final int ENOUGH = 6;

    /// @param megabytes resident at most
    /// @param live megabytes of heap after a collection, halfway through
    private record Footprint(double megabytes, double live) {}

    List<Verdict> measure(Path home, SmtpSink sink) throws IOException, SQLException {
        int many = settings.recipients(MailSettings.OF_A_LONG_ISSUE);
        try (var mailing = Mailing.start(home, sink, 1, FEW)) {
            var process = new JvmProcess(mailing.stack().pid("newsletter-service"));
            for (int i = 0; i < Math.max(ENOUGH, settings.warmUp()); i++) {
                var _ = footprint(mailing, process);
            }
            Footprint few = footprint(mailing, process);
            Footprint most = footprint(mailing.with(many), process);
            return List.of(
                    verdict("resident at most", most.megabytes(), few.megabytes(), many),
                    verdict("live heap", most.live(), few.live(), many));
        }
    }

    private static Footprint footprint(Mailing mailing, JvmProcess process) {
        var live = new double[1];
        process.forgetPeak();
        MailRun run = mailing.sendWatched(() -> live[0] = process.liveHeap());
        var footprint = new Footprint(process.peak(), live[0]);
        System.out.printf("  %-20s %s   %s%n", "memory", run, footprint);
        if (!run.isClean()) {
            throw new IllegalStateException("no figure: something was lost or doubled");
        }
        return footprint;
    }

    private static Verdict verdict(String what, double most, double few, int many) {
        String of = "%.0f MiB with %,d recipients, %.0f with %,d".formatted(most, many, few, FEW);
        return Verdict.atMost("memory", what + ", times", most / few, 1.1, 1.1, of);
    }
}
