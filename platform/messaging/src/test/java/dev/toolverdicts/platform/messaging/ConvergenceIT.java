package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConvergenceIT {

    private static final long SEED = Long.getLong("seed", new Random().nextLong());
    private static final int RUNS = 25;
    private static final Lab LAB = new Lab();

    private final ThingRepository things = new ThingRepository(LAB.jdbc);

    @AfterAll
    static void close() {
        LAB.close();
    }

    @Test
    void duplicatesAndEveryInterleavingThatKeepsTheOrderOfAKeyLeadToTheSameReadModel() {
        var random = new Random(SEED);
        List<ThingState> recorded = recorded();
        Map<String, String> expected = project(random, recorded);
        for (int run = 0; run < RUNS; run++) {
            assertThat(project(random, shuffled(random, recorded)))
                    .as("run %d with -Dseed=%d", run, SEED)
                    .isEqualTo(expected);
        }
    }

    @Test
    void withoutTheVersionGuardTheSameHistoriesDiverge() {
        var random = new Random(7);
        List<ThingState> recorded = recorded();
        Set<Map<String, String>> outcomes = new HashSet<>();
        for (int run = 0; run < RUNS; run++) {
            var lastWriteWins = new TreeMap<String, String>();
            shuffled(random, recorded).forEach(state -> lastWriteWins.put(state.id(), state.body()));
            outcomes.add(lastWriteWins);
        }

        assertThat(outcomes).hasSizeGreaterThan(1);
    }

    private static List<ThingState> recorded() {
        return LongStream.rangeClosed(1, 12)
                .boxed()
                .flatMap(version -> LongStream.range(0, 6).mapToObj(i -> Lab.thing("thing-" + i, version)))
                .toList();
    }

    /// Another order of the same log, keys in their own order, with stretches sent again as a relay does.
    private static List<ThingState> shuffled(Random random, List<ThingState> recorded) {
        Map<String, List<ThingState>> waiting = recorded.stream()
                .collect(Collectors.groupingBy(ThingState::id, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        var order = new ArrayList<ThingState>();
        while (!waiting.isEmpty()) {
            List<String> keys = List.copyOf(waiting.keySet());
            String key = keys.get(random.nextInt(keys.size()));
            order.add(waiting.get(key).removeFirst());
            if (waiting.get(key).isEmpty()) {
                waiting.remove(key);
            }
            if (random.nextInt(8) == 0) {
                int from = random.nextInt(order.size());
                order.addAll(List.copyOf(order.subList(from, Math.min(order.size(), from + 10))));
            }
        }
        return order;
    }

    /// Applies in batches of random size, each in a transaction, to an empty table.
    private Map<String, String> project(Random random, List<ThingState> log) {
        LAB.jdbc.sql("TRUNCATE thing, journal").update();
        for (int next = 0; next < log.size(); ) {
            int end = Math.min(log.size(), next + 1 + random.nextInt(20));
            List<Received<ThingState>> batch = received(log, next, end);
            LAB.transactions.executeWithoutResult(_ -> things.apply(batch));
            next = end;
        }
        return things.things("").values().stream()
                .collect(Collectors.toMap(
                        ThingRepository.Row::id, row -> row.version() + " " + row.body() + " " + row.applied()));
    }

    private static List<Received<ThingState>> received(List<ThingState> log, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Received<>("recorded", 0, i, log.get(i).id(), Instant.EPOCH, log.get(i)))
                .toList();
    }
}
