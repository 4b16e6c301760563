package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final Window DAY = Window.of(Period.DAY, LocalDate.parse("2026-11-24"));
    private static final Instant END = Instant.parse("2026-11-25T00:00:00Z");
    private static final Board.Places PLACES =
            new Board(Rules.STANDARD).best(List.of(Contenders.of(1, 3, 1)), Map.of());

    private static LeaderboardState at(Duration afterEnd, boolean counted) {
        return new Closing(Rules.STANDARD, () -> counted).next(DAY, null, null, PLACES, END.plus(afterEnd));
    }

    @Test
    void whileItsWindowLastsItIsOpen() {
        LeaderboardState open = at(Duration.ofMillis(-1), true);
        assertThat(open.state()).isEqualTo("open");
        assertThat(open.closedAt()).isNull();
    }

    @Test
    void itWaitsForVotesOnTheirWay() {
        assertThat(at(Duration.ofSeconds(59), true).state()).isEqualTo("open");
        assertThat(at(Duration.ofSeconds(60), true).state()).isEqualTo("closed");
        assertThat(at(Duration.ofMinutes(14), false).state()).isEqualTo("open");
        assertThat(at(Duration.ofMinutes(15), false).state()).isEqualTo("closed");
    }

    @Test
    void aBoardThatIsCountedAgainClosesWithANote() {
        var closing = new Closing(Rules.STANDARD, () -> true);
        LeaderboardState closed = at(Duration.ofMinutes(1), true).withVersion(7);
        Instant ruled = Instant.parse("2026-12-02T08:00:00Z");
        LeaderboardState reopened = closing.reopened(closed, ruled);
        assertThat(reopened.version()).isEqualTo(8);
        assertThat(reopened.rows()).isEqualTo(closed.rows());
        assertThat(reopened.note()).startsWith("Being counted again");
        LeaderboardState waiting = closing.next(DAY, reopened, ruled, PLACES, ruled.plusSeconds(30));
        assertThat(waiting.state()).isEqualTo("reopened");
        assertThat(waiting.saysTheSame(reopened)).isTrue();
        LeaderboardState again = closing.next(DAY, reopened, ruled, PLACES, ruled.plusSeconds(60));
        assertThat(again.state()).isEqualTo("closed");
        assertThat(again.note()).isEqualTo("Counted again on 2 Dec 2026 after votes of this window were ruled on.");
    }
}
