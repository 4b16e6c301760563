package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FairStartTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:20:00Z");
    private static final Contender NEW = Contenders.of(99, 2, 0, NOW.minus(Duration.ofHours(3)));

    private final FairStart fairStart = new FairStart(Rules.STANDARD);

    private static List<Contender> boardWith(Contender young) {
        var tools = new ArrayList<Contender>();
        for (int tool = 1; tool < 10; tool++) {
            tools.add(Contenders.of(tool, 10 + tool, 2));
        }
        tools.add(young);
        return tools.stream().sorted(Contender.BEST).toList();
    }

    private static List<UUID> ids(List<Contender> tools) {
        return tools.stream().map(Contender::toolId).toList();
    }

    @Test
    void aNewToolsPlaceIsDrawnAndTheOthersKeepTheirOrder() {
        List<Contender> earned = boardWith(NEW);
        FairStart.Drawn drawn = fairStart.draw(earned, NOW);
        assertThat(drawn.byLot()).containsExactly(NEW.toolId());
        var rest = new ArrayList<>(ids(drawn.order()));
        rest.remove(NEW.toolId());
        var before = new ArrayList<>(ids(earned));
        before.remove(NEW.toolId());
        assertThat(rest).isEqualTo(before);
        assertThat(drawn.order()).hasSameSizeAs(earned);
    }

    @Test
    void whoeverAsksWithinTheHourSeesTheSameDraw() {
        List<Contender> earned = boardWith(NEW);
        assertThat(fairStart.draw(earned, NOW.plusSeconds(39 * 60)).order())
                .isEqualTo(fairStart.draw(earned, NOW).order());
    }

    @Test
    void afterFourHoursPlacesAreEarned() {
        List<Contender> earned = boardWith(NEW);
        FairStart.Drawn drawn = fairStart.draw(earned, NOW.plus(Duration.ofHours(1)));
        assertThat(drawn.byLot()).isEmpty();
        assertThat(drawn.order()).isEqualTo(earned);
    }

    /// Over many tools and hours every place comes up about as often as any other.
    @Test
    void everyPlaceIsAsLikely() {
        Map<Integer, Integer> times = new HashMap<>();
        for (int tool = 0; tool < 3_000; tool++) {
            Contender young = Contenders.of(1_000 + tool, 2, 0, NOW.minusSeconds(60));
            List<UUID> order = ids(fairStart.draw(boardWith(young), NOW).order());
            times.merge(order.indexOf(young.toolId()), 1, Integer::sum);
        }
        assertThat(times).hasSize(10);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isBetween(220, 380));
    }

    @Test
    void whenAllAreNewEachStillHasOnePlace() {
        List<Contender> young = new ArrayList<>();
        for (int tool = 1; tool < 40; tool++) {
            young.add(Contenders.of(tool, tool, 1, NOW.minusSeconds(5)));
        }
        FairStart.Drawn drawn = fairStart.draw(young, NOW);
        assertThat(drawn.order()).containsExactlyInAnyOrderElementsOf(young);
        assertThat(drawn.byLot()).hasSize(39);
    }
}
