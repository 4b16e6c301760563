package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:20:00Z");

    private final Board board = new Board(Rules.STANDARD);

    private static List<String> slugs(Board.Places places) {
        return places.rows().stream().map(LeaderboardState.Row::slug).toList();
    }

    @Test
    void theGlossarysOrderChecksHold() {
        Board.Places places = board.best(
                List.of(
                        Contenders.of(1, 2, 0),
                        Contenders.of(2, 100, 1),
                        Contenders.of(3, 5_500, 4_500),
                        Contenders.of(4, 600, 400),
                        Contenders.of(5, 4, 0),
                        Contenders.of(6, 9, 1)),
                Map.of());
        assertThat(slugs(places)).containsExactly("tool-2", "tool-6", "tool-4", "tool-3", "tool-5", "tool-1");
        assertThat(places.rows()).extracting(LeaderboardState.Row::place).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void tiesGoToMoreVotesThenTheNewerThenTheSlug() {
        Instant later = Contenders.LONG_AGO.plusSeconds(1);
        Board.Places places = board.best(
                List.of(
                        Contenders.of(4, 0, 3),
                        Contenders.of(3, 0, 3),
                        Contenders.of(2, 0, 3, later),
                        Contenders.of(1, 0, 9)),
                Map.of());
        assertThat(slugs(places)).containsExactly("tool-1", "tool-2", "tool-3", "tool-4");
    }

    @Test
    void aBoardShowsItsFirstHundredAndSaysHowManyThereAre() {
        var tools = new ArrayList<Contender>();
        for (int tool = 0; tool < 150; tool++) {
            tools.add(Contenders.of(tool, tool + 1, 3));
        }
        Board.Places places = board.best(tools, Map.of());
        assertThat(places.ranked()).isEqualTo(150);
        assertThat(places.rows()).hasSize(100);
    }

    @Test
    void drawnPlacesSaySoAndClaimNoRobustness() {
        Board.Places places = board.best(
                List.of(Contenders.of(1, 9, 0), Contenders.of(2, 3, 0, NOW.minusSeconds(60))), Map.of(), NOW);
        assertThat(places.rows()).allSatisfy(row -> {
            assertThat(row.fairStart()).isEqualTo(row.slug().equals("tool-2"));
            assertThat(row.robustness()).isNull();
        });
        assertThat(board.best(List.of(Contenders.of(1, 9, 0)), Map.of(), NOW).rows())
                .extracting(LeaderboardState.Row::robustness)
                .containsExactly(9L);
    }

    @Test
    void trendingIsAheadByAgeAndWithoutThoseWhoAreNotAhead() {
        Instant hourAgo = NOW.minus(Duration.ofHours(1));
        Board.Places places = board.trending(
                List.of(
                        Contenders.of(1, 100, 0, NOW.minus(Duration.ofDays(2))),
                        Contenders.of(2, 10, 1, hourAgo),
                        Contenders.of(3, 1, 0, hourAgo),
                        Contenders.of(4, 2, 30, hourAgo),
                        Contenders.of(5, 10, 0, hourAgo)),
                Map.of(new UUID(0, 2), 2.5),
                Set.of(),
                NOW);
        assertThat(slugs(places)).containsExactly("tool-5", "tool-2", "tool-1");
        assertThat(places.rows()).allSatisfy(row -> assertThat(row.score()).isPositive());
        assertThat(places.rows().get(1).momentum()).isEqualTo(2.5);
    }

    @Test
    void equalScoresGoByTheIntervalThenTheNewerThenTheSlug() {
        Board.Places places = board.trending(
                List.of(Contenders.of(1, 12, 4, NOW), Contenders.of(3, 8, 0, NOW), Contenders.of(2, 8, 0, NOW)),
                Map.of(),
                Set.of(),
                NOW);
        assertThat(slugs(places)).containsExactly("tool-2", "tool-3", "tool-1");
    }

    @Test
    void aFlaggedToolCountsHalf() {
        Contender flagged = Contenders.of(1, 12, 0, NOW);
        Contender other = Contenders.of(2, 8, 0, NOW);
        assertThat(slugs(board.trending(List.of(flagged, other), Map.of(), Set.of(), NOW)))
                .containsExactly("tool-1", "tool-2");
        assertThat(slugs(board.trending(List.of(flagged, other), Map.of(), Set.of(flagged.toolId()), NOW)))
                .containsExactly("tool-2", "tool-1");
    }
}
