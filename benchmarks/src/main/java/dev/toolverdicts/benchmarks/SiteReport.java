package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, with what it was measured on, as `docs/performance.md` has its tables.
record SiteReport(SiteSettings settings, List<Verdict> verdicts) {

    static String machine(SiteSettings settings) {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, load %.1f, JDK %s; %,d tools, %,d reviews, %,d votes, seed %d; %d pairs of %d s",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                settings.tools(),
                settings.reviews(),
                settings.votes(),
                settings.seed(),
                settings.pairs(),
                settings.seconds());
    }

    /// @param machine as it was when this began
    void write(Path file, String machine) throws IOException {
        var lines = new ArrayList<>(List.of(
                "`benchmarks/site`, " + machine + ":",
                "",
                "| path | what | figure | floor | goal | seen |",
                "|---|---|---|---|---|---|"));
        verdicts.forEach(verdict -> lines.add(verdict.cells()));
        if (!settings.isFull()) {
            lines.add("");
            lines.add("Floors are meant for 10,000 tools; this was less.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, lines);
    }
}
