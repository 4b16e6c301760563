package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class LeaderboardContractTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:20:00.25Z");
    private static final List<Contender> TOOLS =
            List.of(Contenders.of(1, 9, 2, NOW), Contenders.of(2, 0, 5), Contenders.of(3, 550_000, 450_000));

    private final JsonMapper json = new JsonMapper();
    private final Board board = new Board(Rules.STANDARD);

    private void follows(LeaderboardState state) {
        assertThatNoException()
                .isThrownBy(() -> ContractSchemas.validate("vote.leaderboard.v1", json.writeValueAsBytes(state)));
        assertThat(json.readValue(json.writeValueAsBytes(state), LeaderboardState.class))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void everyBoardThatIsPublishedFollowsTheContract(Period period) {
        Window window = Window.of(period, LocalDate.parse("2026-11-24"));
        var closing = new Closing(Rules.STANDARD, () -> true);
        Map<UUID, Double> momentum = Map.of(new UUID(0, 3), -0.5);
        Board.Places places = switch (period) {
            case TRENDING -> board.trending(TOOLS, momentum, Set.of(), NOW);
            case DAY -> board.best(TOOLS, momentum, NOW);
            default -> board.best(TOOLS, momentum);
        };
        LeaderboardState open = closing.next(window, null, null, places, NOW).withVersion(1);
        follows(open);
        if (period.hasWindow()) {
            LeaderboardState closed = closing.next(window, open, null, places, NOW.plusSeconds(40 * 86_400))
                    .withVersion(2);
            assertThat(closed.isClosed()).isTrue();
            follows(closed);
            follows(closing.reopened(closed, NOW.plusSeconds(41 * 86_400)));
        }
    }

    @Test
    void everySampleRulingIsRead() {
        assertThat(ContractSchemas.samples("vote.ruling.v1"))
                .allSatisfy((_, value) -> assertThat(
                                json.readValue(value, Ruling.class).upToOffset())
                        .isNotNegative());
    }
}
