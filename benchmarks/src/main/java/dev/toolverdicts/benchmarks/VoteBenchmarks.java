package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Every figure of votes, one after the other, beside its ceiling, floor and goal.
final class VoteBenchmarks {

    private static final String EVERY_ROLE = "accept,count,query";
    private static final int MOST_COPIES = 3;

    private VoteBenchmarks() {}

    static void main(String[] words) throws IOException, InterruptedException {
        Settings settings = settings(words);
        var verdicts = new ArrayList<Verdict>();
        System.out.printf(
                "%d cores, JDK %s, %d pairs of %d s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), settings.pairs(), settings.seconds());
        if (settings.rows().contains("accept-direct")) {
            verdicts.addAll(measure("accept", List.of(), List.of(new AcceptDirect(settings)), settings));
        }
        verdicts.addAll(measure(
                EVERY_ROLE,
                List.of(),
                List.of(
                        EndToEnd.direct(settings),
                        new Streams(settings),
                        new ThroughGateway(settings),
                        new GatewayProxy(settings),
                        EndToEnd.soak(settings)),
                settings));
        for (int copies = 1; copies <= (settings.stack().isEmpty() ? MOST_COPIES : 1); copies++) {
            verdicts.addAll(measure(
                    EVERY_ROLE,
                    List.of("--copies", "vote-service=" + copies),
                    List.of(EndToEnd.copies(settings)),
                    settings));
        }
        verdicts.forEach(verdict -> System.out.println(verdict.line()));
        System.exit(verdicts.stream().allMatch(Verdict::reachesFloor) ? 0 : 1);
    }

    private static Settings settings(String[] words) {
        try {
            return Settings.parse(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }

    /// The rows that were asked for, with one system whose vote-service plays these roles.
    ///
    /// @param options of `./start`
    private static List<Verdict> measure(String roles, List<String> options, List<Row> rows, Settings settings)
            throws IOException, InterruptedException {
        var verdicts = new ArrayList<Verdict>();
        List<Row> wanted = rows.stream()
                .filter(row -> settings.rows().contains(row.name()))
                .toList();
        if (wanted.isEmpty()) {
            return verdicts;
        }
        Path home = Path.of(System.getProperty("project.home"));
        try (var stack = stack(home, roles, options, settings)) {
            Ballots ballots = Ballots.prepare(stack, settings, System.currentTimeMillis() / 1000);
            for (Row row : wanted) {
                verdicts.addAll(row.measure(stack, ballots));
            }
        }
        return verdicts;
    }

    /// @param roles of vote-service; a system that runs already has its own
    private static Stack stack(Path home, String roles, List<String> options, Settings settings) throws IOException {
        if (!settings.stack().isEmpty()) {
            return Stack.running(home, Path.of(settings.stack()));
        }
        var environment = new HashMap<>(Stack.withoutLimits());
        environment.put("VOTE_ROLES", roles);
        return Stack.start(home, options, environment);
    }
}
