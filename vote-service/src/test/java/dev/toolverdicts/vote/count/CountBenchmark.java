package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Counting votes beside its ceiling; started by `benchmarks/count`. Prints each figure with its floor and goal, and
/// ends with 1 when one is below its floor.
final class CountBenchmark {

    private static final int VOTES = 120_000;
    private static final int SINGLE_VOTES = 10_000;
    /// A peer's threads, each with a transaction for every vote.
    private static final int SINGLES = 16;
    private static final double ZIPF = 1;
    private static final double ONE_TOOL = 1_000;

    private final int pairs;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> below = new ArrayList<>();
    private int partition;

    private CountBenchmark(int pairs) {
        this.pairs = pairs;
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new CountBenchmark(arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]));
        try (var server = BenchDatabase.server();
                var own = BenchDatabase.fresh(server, "own").migrated().positions();
                var plain = BenchDatabase.fresh(server, "plain").bare().positions()) {
            benchmark.besideBare(own, plain);
            benchmark.storedVotes(
                    own,
                    Map.of(
                            "1 million",
                            BenchDatabase.fresh(server, "million")
                                    .migrated()
                                    .positions()
                                    .filled(1_000_000),
                            "5 million",
                            BenchDatabase.fresh(server, "five")
                                    .migrated()
                                    .positions()
                                    .filled(5_000_000),
                            "10 thousand",
                            BenchDatabase.fresh(server, "few")
                                    .migrated()
                                    .positions()
                                    .filled(10_000)));
        } finally {
            benchmark.threads.shutdownNow();
        }
        System.out.println(benchmark.below.isEmpty() ? "every floor reached" : "below their floor: " + benchmark.below);
        System.exit(benchmark.below.isEmpty() ? 0 : 1);
    }

    private void besideBare(BenchDatabase own, BenchDatabase plain) throws Exception {
        own(own, 1, ZIPF);
        bare(plain, 1);
        double best = 0;
        for (int writers : new int[] {1, 2, 4}) {
            var ratios = new ArrayList<Double>();
            var rates = new ArrayList<Double>();
            for (int pair = 0; pair < pairs; pair++) {
                double[] taken = inTurn(pair, () -> own(own, writers, ZIPF), () -> bare(plain, writers));
                rates.add(taken[0]);
                ratios.add(taken[0] / taken[1]);
                System.out.printf(Locale.ROOT, "  %d writers: %,.0f/s of %,.0f/s%n", writers, taken[0], taken[1]);
            }
            best = Math.max(best, median(rates));
            atLeast(writers + " writers beside bare (%,.0f/s)".formatted(median(rates)), median(ratios), 0.75, 0.9);
        }
        double single = rowAtATime(plain);
        atLeast("best beside %d threads, row at a time (%,.0f/s)".formatted(SINGLES, single), best / single, 15, 15);
    }

    private void storedVotes(BenchDatabase zipf, Map<String, BenchDatabase> filled) throws Exception {
        var rates = new TreeMap<String, List<Double>>();
        for (BenchDatabase database : filled.values()) {
            touch(database);
        }
        for (int round = 0; round < pairs; round++) {
            var order = new ArrayList<>(filled.keySet());
            Collections.rotate(order, round);
            for (String level : order) {
                rates.computeIfAbsent(level, _ -> new ArrayList<>()).add(own(filled.get(level), 1, ZIPF));
            }
            double[] skew = inTurn(round, () -> own(zipf, 1, ONE_TOOL), () -> own(zipf, 1, ZIPF));
            rates.computeIfAbsent("one tool", _ -> new ArrayList<>()).add(skew[0]);
            rates.computeIfAbsent("Zipf", _ -> new ArrayList<>()).add(skew[1]);
        }
        rates.forEach((level, of) -> System.out.printf(Locale.ROOT, "  %s: %,.0f/s%n", level, median(of)));
        for (String level : List.of("1 million", "5 million")) {
            atMost("cost per vote at " + level + " stored", ratio(rates, "10 thousand", level), 1.25, 1.1);
        }
        atMost("cost per vote, all on one tool", ratio(rates, "Zipf", "one tool"), 1.25, 1.1);
        filled.values().forEach(BenchDatabase::close);
    }

    /// The first change of a page after a checkpoint costs a copy of the page. Under load that is soon over; with five
    /// million votes it takes a while to have met every page.
    private void touch(BenchDatabase database) {
        for (int i = 0; i < 3; i++) {
            own(database, 1, ZIPF);
        }
    }

    private static double ratio(Map<String, List<Double>> rates, String base, String level) {
        return median(rates.getOrDefault(base, List.of())) / median(rates.getOrDefault(level, List.of()));
    }

    /// The counter's own path: batch, repository and transaction, without the log.
    private double own(BenchDatabase database, int writers, double exponent) {
        var tallies = new TallyRepository(database.jdbc());
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database.pool()));
        return measure(
                writers,
                VOTES,
                exponent,
                _ -> batch -> transaction.executeWithoutResult(_ -> {
                    database.jdbc()
                            .sql(
                                    "UPDATE log_position SET next_offset = ? WHERE consumer = 'vote-counter' AND topic = ? AND partition = ?")
                            .params(
                                    batch.getLast().offset() + 1,
                                    "vote.cast.v1",
                                    batch.getFirst().partition())
                            .update();
                    tallies.count(VoteBatch.of(batch));
                }));
    }

    private double bare(BenchDatabase database, int writers) {
        return measureBare(database, writers, VOTES, false);
    }

    private double rowAtATime(BenchDatabase database) {
        return measureBare(database, SINGLES, SINGLE_VOTES, true);
    }

    private double measureBare(BenchDatabase database, int writers, int votes, boolean single) {
        List<BareLoop> loops = new ArrayList<>();
        try {
            for (int i = 0; i < writers; i++) {
                loops.add(new BareLoop(database.pool().getConnection()));
            }
            return measure(writers, votes, ZIPF, writer -> batch -> {
                if (single) {
                    batch.forEach(vote -> loops.get(writer).count(List.of(vote)));
                } else {
                    loops.get(writer).count(batch);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            loops.forEach(BareLoop::close);
        }
    }

    /// Votes a second: made beforehand, shared out, counted by as many threads.
    private double measure(
            int writers, int votes, double exponent, IntFunction<Consumer<List<Received<CastVote>>>> counter) {
        int each = Math.max(Crowd.BATCH, votes / writers / Crowd.BATCH * Crowd.BATCH);
        List<List<List<Received<CastVote>>>> shares = IntStream.range(0, writers)
                .mapToObj(_ -> new Crowd(exponent, partition++ % 64).batches(each))
                .toList();
        long start = System.nanoTime();
        CompletableFuture<?>[] running = IntStream.range(0, writers)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> shares.get(i).forEach(batch -> counter.apply(i).accept(batch)), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(running).join();
        return (double) each * writers / (System.nanoTime() - start) * 1e9;
    }

    private static double[] inTurn(int turn, DoubleSupplier one, DoubleSupplier other) {
        if (turn % 2 == 0) {
            double first = one.getAsDouble();
            return new double[] {first, other.getAsDouble()};
        }
        double first = other.getAsDouble();
        return new double[] {one.getAsDouble(), first};
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private void atLeast(String what, double figure, double floor, double goal) {
        print(what, figure, floor, goal, figure >= floor);
    }

    private void atMost(String what, double figure, double floor, double goal) {
        print(what, figure, floor, goal, figure <= floor);
    }

    private void print(String what, double figure, double floor, double goal, boolean reached) {
        System.out.printf(Locale.ROOT, "%-48s %7.2f   floor %5.2f   goal %5.2f%n", what, figure, floor, goal);
        if (!reached) {
            below.add(what);
        }
    }
}
