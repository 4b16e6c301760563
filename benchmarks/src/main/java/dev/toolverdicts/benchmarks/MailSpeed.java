package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// How fast an issue is sent: ledger, fence and everybody's own mail, beside a program that only speaks SMTP.
///
/// @param copies of newsletter-service, each with sessions of its own, and the ceiling with as many
record MailSpeed(MailSettings settings, int copies) {

    List<Verdict> measure(Path home, SmtpSink sink) throws IOException, InterruptedException, SQLException {
        String name = copies == 1 ? "sink" : copies + " copies";
        int recipients = settings.recipients(MailSettings.OF_AN_ISSUE);
        var ceiling = new SmtpSource(sink, Mailing.SESSIONS * copies, Mailing.BYTES);
        try (var mailing = Mailing.start(home, sink, copies, recipients)) {
            var _ = ceiling.send(recipients);
            for (int i = 0; i < settings.warmUp(); i++) {
                System.out.printf("  %-20s %s   warm-up%n", name, mailing.send());
            }
            List<Pair<MailRun>> pairs =
                    new Turns(settings.pairs()).take(name, mailing::send, () -> ceiling.send(recipients), () -> {});
            double ratio = Turns.ratio(pairs);
            return List.of(
                    copies == 1
                            ? Verdict.atLeast(name, "of smtp-source", ratio, 0.3, 0.5, rates(pairs))
                            : Verdict.figure(name, "of smtp-source", ratio, rates(pairs)));
        }
    }

    private static String rates(List<Pair<MailRun>> pairs) {
        return "%,.0f/s of %,.0f/s, ratios %.2f to %.2f"
                .formatted(
                        Medians.median(pairs, pair -> pair.system().perSecond()),
                        Medians.median(pairs, pair -> pair.ceiling().perSecond()),
                        pairs.stream().mapToDouble(Pair::ratio).min().orElseThrow(),
                        pairs.stream().mapToDouble(Pair::ratio).max().orElseThrow());
    }
}
