package dev.toolverdicts.vote.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.toolverdicts.vote.duel.DuelRankState.Row;
import dev.toolverdicts.vote.ranking.Rules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DuelRankingTest {

    static final Instant NOW = Instant.parse("2026-11-24T10:20:00.25Z");

    private final DuelRanking ranking =
            new DuelRanking(Rules.STANDARD, tool -> "tool-" + tool.getLeastSignificantBits());

    static UUID tool(int number) {
        return new UUID(0, number);
    }

    static DuelState duels(int a, int b, long winsA, long winsB, long ties) {
        return new DuelState(tool(a), tool(b), 1, winsA, winsB, ties, NOW);
    }

    private List<Row> ranked(DuelState... pairs) {
        return ranking.of("audio", List.of(pairs), NOW).rows();
    }

    @Test
    void placesGoByStrengthAndRowsTellTheirDuels() {
        assertThat(ranked(duels(1, 2, 2, 8, 0), duels(2, 3, 7, 3, 0), duels(1, 3, 1, 9, 0)))
                .extracting(Row::slug)
                .containsExactly("tool-2", "tool-3", "tool-1");
        assertThat(ranked(duels(1, 2, 3, 0, 2)))
                .extracting(Row::place, Row::wins, Row::losses, Row::ties)
                .containsExactly(tuple(1, 3L, 0L, 2L), tuple(2, 0L, 3L, 2L));
    }

    @Test
    void aTieIsHalfAWinForEach() {
        List<Row> ties = ranked(duels(1, 2, 6, 4, 2));
        List<Row> halves = ranked(duels(1, 2, 7, 5, 0));

        assertThat(ties)
                .extracting(Row::share)
                .isEqualTo(halves.stream().map(Row::share).toList());
        assertThat(ties.getFirst().share()).isCloseTo(0.5402, within(1e-9));
        assertThat(ties.getFirst().low()).isCloseTo(0.4013, within(1e-9));
        assertThat(ties.getFirst().high()).isCloseTo(0.6732, within(1e-9));
    }

    /// What no duel connects has no order: each group starts with a first place.
    @Test
    void toolsThatNoChainOfDuelsConnectsAreUnrankedAgainstEachOther() {
        DuelRankState state = ranking.of(
                "audio",
                List.of(duels(1, 2, 1, 0, 0), duels(3, 4, 9, 0, 0), duels(4, 5, 0, 1, 0), duels(6, 7, 1, 0, 0)),
                NOW);

        assertThat(state.groups()).isEqualTo(3);
        assertThat(state.duels()).isEqualTo(12);
        assertThat(state.rows())
                .extracting(row -> row.group() + "." + row.place() + " " + row.slug())
                .containsExactly(
                        "1.1 tool-3",
                        "1.2 tool-5",
                        "1.3 tool-4",
                        "2.1 tool-1",
                        "2.2 tool-2",
                        "3.1 tool-6",
                        "3.2 tool-7");
    }

    @Test
    void oneDuelThatConnectsTwoGroupsRanksThemAll() {
        DuelRankState state =
                ranking.of("audio", List.of(duels(1, 2, 3, 0, 0), duels(3, 4, 3, 0, 0), duels(2, 3, 3, 0, 0)), NOW);

        assertThat(state.groups()).isEqualTo(1);
        assertThat(state.rows()).extracting(Row::slug).containsExactly("tool-1", "tool-2", "tool-3", "tool-4");
    }

    @Test
    void levelToolsStandInTheOrderOfTheirDuelsAndAddresses() {
        assertThat(ranked(duels(1, 2, 2, 2, 0)))
                .extracting(Row::place, Row::slug)
                .containsExactly(tuple(1, "tool-1"), tuple(2, "tool-2"));
    }

    @Test
    void theSameDuelsInAnyOrderGiveTheSameRanks() {
        List<DuelState> pairs = List.of(duels(1, 2, 5, 3, 1), duels(2, 3, 4, 4, 0), duels(1, 3, 2, 6, 2));

        assertThat(ranking.of("audio", pairs.reversed(), NOW)).isEqualTo(ranking.of("audio", pairs, NOW));
    }

    @Test
    void withoutDuelsThereIsNoRank() {
        DuelRankState none = ranking.of("audio", List.of(), NOW);

        assertThat(none.rows()).isEmpty();
        assertThat(none.groups()).isZero();
    }
}
