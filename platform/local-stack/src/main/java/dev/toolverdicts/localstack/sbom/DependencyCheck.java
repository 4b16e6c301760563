package dev.toolverdicts.localstack.sbom;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is known against the libraries of the images, as a table, the worst first. Ends with 0 when
/// there is nothing of the severity that is asked about, with 1 when there is, and with 2 when nothing
/// can be said.
public final class DependencyCheck {

    private static final String USAGE =
            "usage: compose/dependencies [--from low|moderate|high|critical] [--osv ADDRESS] [--ignored FILE] [JAR…]";

    private Severity from = Severity.HIGH;
    private URI osv = URI.create("https://api.osv.dev");
    private Path ignoredFile = Path.of("compose", "dependencies.ignored");
    private final List<Path> files = new ArrayList<>();
    private final LocalDate today;
    private final PrintStream out;

    private DependencyCheck(LocalDate today, PrintStream out) {
        this.today = today;
        this.out = out;
    }

    static void main(String[] args) throws InterruptedException {
        System.exit(run(LocalDate.now(ZoneOffset.UTC), System.out, System.err, args));
    }

    /// @return what to end with
    static int run(LocalDate today, PrintStream out, PrintStream err, String... args) throws InterruptedException {
        var check = new DependencyCheck(today, out);
        try {
            check.read(args);
            return check.check() ? 0 : 1;
        } catch (CheckFailed e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private void read(String... args) {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--from" ->
                    from = Severity.named(value(args, ++i))
                            .filter(severity -> severity != Severity.UNKNOWN)
                            .orElseThrow(() -> new CheckFailed(USAGE));
                case "--osv" -> osv = address(value(args, ++i));
                case "--ignored" -> ignoredFile = Path.of(value(args, ++i));
                default -> {
                    if (args[i].startsWith("-")) {
                        throw new CheckFailed(USAGE);
                    }
                    files.add(Path.of(args[i]));
                }
            }
        }
        if (files.isEmpty()) {
            throw new CheckFailed(USAGE);
        }
    }

    private static String value(String[] args, int at) {
        if (at >= args.length || args[at].isBlank()) {
            throw new CheckFailed(USAGE);
        }
        return args[at];
    }

    private static URI address(String text) {
        if (!text.matches("https?://[^\\s]+")) {
            throw new CheckFailed(USAGE);
        }
        return URI.create(text);
    }

    /// @return whether there is nothing to be done
    private boolean check() throws InterruptedException {
        Ignored ignored = Ignored.of(ignoredFile);
        List<Component> components = Sboms.components(files);
        List<Finding> findings = new Osv(osv).findings(components);
        List<Finding> counted = findings.stream()
                .filter(finding -> !ignored.isIgnored(finding.vulnerability(), today))
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.vulnerability().severity())
                        .reversed()
                        .thenComparing(finding -> finding.component().purl())
                        .thenComparing(finding -> finding.vulnerability().id()))
                .toList();
        counted.forEach(finding -> print(finding, ignored));
        ignored.entries().stream()
                .filter(entry ->
                        findings.stream().noneMatch(it -> it.vulnerability().isCalled(entry.id())))
                .forEach(entry -> out.printf("%s is ignored and no longer found: remove it%n", entry.id()));
        long bad = counted.stream()
                .filter(finding -> finding.vulnerability().severity().compareTo(from) >= 0)
                .count();
        out.printf(
                "%d components, %d known vulnerabilities, %d ignored, %d of severity %s or worse%n",
                components.size(), findings.size(), findings.size() - counted.size(), bad, from);
        return bad == 0;
    }

    private void print(Finding finding, Ignored ignored) {
        Vulnerability vulnerability = finding.vulnerability();
        Optional<Ignored.Entry> over = ignored.about(vulnerability);
        out.printf(
                "%-9s %-20s %s%n          %s%n          in %s; fixed in %s%s%n",
                vulnerability.severity(),
                vulnerability.name(),
                finding.component().title(),
                vulnerability.summary(),
                String.join(", ", finding.component().images().stream().sorted().toList()),
                vulnerability.fixed().isEmpty()
                        ? "no version yet"
                        : String.join(
                                ", ", vulnerability.fixed().stream().sorted().toList()),
                over.map(entry -> "; was ignored until " + entry.until()).orElse(""));
    }
}
