package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoveTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final List<Move> MOVES = List.of(Move.values());

    /// The public contract, written down a second time: `from move to`.
    private static final Set<String> LEGAL = Set.of(
            "draft approve approved",
            "approved schedule scheduled",
            "approved send sending",
            "scheduled send sending",
            "scheduled miss paused",
            "sending pause paused",
            "paused resume sending",
            "sending finish finished",
            "sending finish-with-failures finished_with_failures",
            "finished_with_failures retry-failed sending",
            "finished_with_failures resend sending",
            "draft cancel cancelled",
            "approved cancel cancelled",
            "scheduled cancel cancelled",
            "sending cancel cancelled",
            "paused cancel cancelled");

    @ParameterizedTest
    @EnumSource
    void everyMoveFromEveryStatusIsAsTheContractSays(IssueStatus status) {
        for (Move move : Move.values()) {
            boolean legal = LEGAL.contains("%s %s %s".formatted(status, move, move.to()));
            assertThat(move.isLegalFrom(status)).as(status + " " + move).isEqualTo(legal);
            Issue issue = in(status);
            if (legal) {
                assertThat(issue.to(move, NOW).status()).isEqualTo(move.to());
                assertThat(issue.to(move, NOW).version()).isEqualTo(issue.version() + 1);
            } else {
                assertThatThrownBy(() -> issue.to(move, NOW)).isInstanceOf(IllegalMove.class);
            }
        }
    }

    /// A thousand walks: whatever is asked for in whatever order, versions rise by one for each legal move and nothing
    /// that
    /// has started is ever a draft, approved or scheduled again.
    @ParameterizedTest
    @EnumSource(
            value = IssueStatus.class,
            names = {"DRAFT", "APPROVED", "SCHEDULED"})
    void aWalkNeverComesBackBeforeItsStart(IssueStatus start) {
        var random = new Random(start.name().length());
        var early = Set.of(IssueStatus.DRAFT, IssueStatus.APPROVED, IssueStatus.SCHEDULED);
        for (int walk = 0; walk < 1000; walk++) {
            Issue issue = in(start);
            long version = issue.version();
            boolean left = false;
            for (int step = 0; step < 30; step++) {
                Move move = MOVES.get(random.nextInt(MOVES.size()));
                if (!move.isLegalFrom(issue.status())) {
                    continue;
                }
                issue = issue.to(move, NOW);
                assertThat(issue.version()).isEqualTo(++version);
                left |= !early.contains(issue.status());
                assertThat(left && early.contains(issue.status())).isFalse();
            }
        }
    }

    private static Issue in(IssueStatus status) {
        return new Issue(
                new UUID(0, 1),
                "2026-W48",
                status,
                7,
                "Subject",
                "",
                "author",
                null,
                null,
                null,
                null,
                NOW,
                null,
                null,
                null,
                NOW);
    }
}
