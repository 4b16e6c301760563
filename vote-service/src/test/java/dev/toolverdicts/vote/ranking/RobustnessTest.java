package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessTest {

    private static final double Z = Rules.STANDARD.z();

    private static List<Contender> ordered(List<Contender> tools) {
        return tools.stream().sorted(Contender.BEST).toList();
    }

    private static int place(List<Contender> tools, UUID tool) {
        return ordered(tools).stream().map(Contender::toolId).toList().indexOf(tool);
    }

    /// Every board that is left when up to so many votes are taken away, wherever.
    private static Stream<List<Contender>> without(List<Contender> board, int from, int votes) {
        if (from == board.size()) {
            return votes == 0 ? Stream.of(board) : Stream.empty();
        }
        Contender tool = board.get(from);
        var left = Stream.<List<Contender>>builder();
        for (int ships = 0; ships <= Math.min(votes, tool.ships()); ships++) {
            for (int skips = 0; skips <= Math.min(votes - ships, tool.skips()); skips++) {
                var rest = new ArrayList<>(board);
                rest.set(from, changed(tool, tool.ships() - ships, tool.skips() - skips));
                without(rest, from + 1, votes - ships - skips).forEach(left::add);
            }
        }
        return left.build();
    }

    private static Contender changed(Contender tool, long ships, long skips) {
        Wilson interval = ships + skips == 0 ? new Wilson(0, 1) : Wilson.of(ships, ships + skips, Z);
        return new Contender(tool.toolId(), tool.slug(), tool.createdAt(), ships, skips, interval);
    }

    private static long bruteForce(List<Contender> board, int at) {
        UUID tool = board.get(at).toolId();
        for (int votes = 1; ; votes++) {
            boolean moved = without(board, 0, votes)
                    .map(left -> left.stream().filter(it -> it.votes() > 0).toList())
                    .anyMatch(left -> place(left, tool) != at);
            if (moved) {
                return votes;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noFewerVotesWouldDoWhicheverAreTaken(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var tools = new ArrayList<Contender>();
            int size = 1 + random.nextInt(4);
            for (int tool = 0; tool < size; tool++) {
                long ships = random.nextInt(7);
                long skips = random.nextInt(ships == 0 ? 6 : 4);
                tools.add(Contenders.of(
                        random.nextInt(1000) * 4 + tool,
                        ships,
                        ships + skips == 0 ? 1 : skips,
                        Contenders.LONG_AGO.plusSeconds(random.nextInt(2))));
            }
            List<Contender> board = ordered(tools);
            var robustness = new Robustness(board, Z);
            for (int at = 0; at < board.size(); at++) {
                assertThat(robustness.of(at))
                        .as("seed %d round %d place %d of %s", seed, round, at, board)
                        .isEqualTo(bruteForce(board, at));
            }
        }
    }

    @Test
    void aPlaceAloneIsHeldByAllItsVotes() {
        assertThat(new Robustness(List.of(Contenders.of(1, 5, 2)), Z).of(0)).isEqualTo(7);
    }

    @Test
    void onePersonAboveCanBeTakenOutWithOneVote() {
        List<Contender> board = ordered(List.of(Contenders.of(1, 1, 0), Contenders.of(2, 20, 60)));
        assertThat(board.getFirst().toolId()).isEqualTo(new UUID(0, 1));
        assertThat(new Robustness(board, Z).of(1)).isEqualTo(1);
    }

    @Test
    void amongTheUnlovedMoreVotesWinAndAreCounted() {
        List<Contender> board = ordered(List.of(Contenders.of(1, 0, 5), Contenders.of(2, 0, 3)));
        assertThat(board.getFirst().toolId()).isEqualTo(new UUID(0, 1));
        assertThat(new Robustness(board, Z).of(0)).isEqualTo(3);
    }

    @Test
    void aBoardOfMillionsIsAnsweredAtOnce() {
        var tools = new ArrayList<Contender>();
        for (int tool = 0; tool < 1_000; tool++) {
            tools.add(Contenders.of(tool, 500_000 + 400L * tool, 500_000 - 400L * tool));
        }
        List<Contender> board = ordered(tools);
        var robustness = new Robustness(board, Z);
        for (int at = 0; at < 100; at++) {
            assertThat(robustness.of(at)).isBetween(300L, 900L);
        }
    }
}
