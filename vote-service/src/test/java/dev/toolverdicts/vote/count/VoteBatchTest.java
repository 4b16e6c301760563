package dev.toolverdicts.vote.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.toolverdicts.platform.messaging.Received;
import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VoteBatchTest {

    private static final Instant AT = Instant.parse("2026-11-24T10:00:00.000001Z");

    private static final Instant HOUR = Instant.parse("2026-11-24T10:00:00Z");

    private static Received<CastVote> vote(long tool, long voter, Choice choice, int partition, long offset) {
        var vote =
                new CastVote(new UUID(0, tool), new UUID(0, voter), choice, "device", "3fa9", HOUR, AT, "example.org");
        return new Received<>("vote.cast.v1", partition, offset, vote.toolId() + ":" + vote.voterId(), AT, vote);
    }

    @Test
    void onlyTheLastRecordOfAKeyIsLeft() {
        VoteBatch batch = VoteBatch.of(List.of(
                vote(1, 1, Choice.SHIP, 0, 10),
                vote(1, 1, Choice.SKIP, 0, 11),
                vote(1, 2, Choice.SHIP, 1, 3),
                vote(1, 1, Choice.NONE, 0, 12)));
        assertThat(batch.choices()).containsExactly("none", "ship");
        assertThat(batch.offsets()).containsExactly(12L, 3L);
        assertThat(batch.partitions()).containsExactly(0, 1);
        assertThat(batch.sites()).containsOnly("example.org");
        assertThat(batch.castMicros()).containsOnly(1_795_514_400_000_001L);
        assertThat(batch.sinceMicros()).containsOnly(1_795_514_400_000_000L);
    }

    @Test
    void theLaterOffsetWinsInWhateverOrderTheyCome() {
        VoteBatch batch = VoteBatch.of(List.of(vote(1, 1, Choice.SKIP, 0, 11), vote(1, 1, Choice.SHIP, 0, 10)));
        assertThat(batch.choices()).containsExactly("skip");
    }

    @Test
    void rowsAreLockedInOneOrder() {
        VoteBatch batch = VoteBatch.of(
                List.of(vote(2, 1, Choice.SHIP, 0, 1), vote(1, 9, Choice.SHIP, 1, 1), vote(1, 3, Choice.SHIP, 2, 1)));
        assertThat(batch.tools()).containsExactly(new UUID(0, 1), new UUID(0, 2));
        assertThat(batch.toolOf()).containsExactly(1, 1, 2);
        assertThat(batch.voters()).containsExactly(new UUID(0, 3), new UUID(0, 9), new UUID(0, 1));
    }

    @Test
    void aKeyThatIsNotTheVotesIsRefused() {
        var vote = new CastVote(new UUID(0, 1), new UUID(0, 1), Choice.SHIP, "device", null, null, AT, null);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> VoteBatch.of(List.of(new Received<>("vote.cast.v1", 0, 1, "something else", AT, vote))));
    }

    @Test
    void aTimeThatNoColumnHoldsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CastVote(
                        new UUID(0, 1), new UUID(0, 1), Choice.SHIP, "device", null, null, Instant.MAX, null));
    }
}
