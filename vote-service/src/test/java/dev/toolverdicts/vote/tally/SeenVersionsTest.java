package dev.toolverdicts.vote.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeenVersionsTest {

    private static final List<Followed> TWO = List.of(Followeds.of(1), Followeds.of(2));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nonsense", "1.2.3", "3e2.1"})
    void whoBringsNoIdOfOursHasSeenNothing(String id) {
        SeenVersions seen = SeenVersions.of(TWO, id);
        assertThat(seen.isNews(0, 0)).isTrue();
        assertThat(seen.isNews(1, 0)).isTrue();
    }

    @Test
    void anIdResumesWhereItWasGivenOut() {
        SeenVersions first = SeenVersions.of(TWO, null);
        first.seen(0, 70_000);
        first.seen(1, 0);
        SeenVersions resumed = SeenVersions.of(TWO, first.id());
        assertThat(resumed.isNews(0, 70_000)).isFalse();
        assertThat(resumed.isNews(0, 70_001)).isTrue();
        assertThat(resumed.isNews(1, 0)).isFalse();
        assertThat(resumed.isNews(1, 1)).isTrue();
    }

    @Test
    void whatWasNotSentYetIsStillNewsAfterResuming() {
        SeenVersions first = SeenVersions.of(TWO, null);
        first.seen(0, 5);
        assertThat(SeenVersions.of(TWO, first.id()).isNews(1, 0)).isTrue();
    }

    @Test
    void anIdForOtherToolsMeansNothing() {
        SeenVersions first = SeenVersions.of(TWO, null);
        first.seen(0, 5);
        assertThat(SeenVersions.of(List.of(Followeds.of(2), Followeds.of(1)), first.id())
                        .isNews(0, 5))
                .isTrue();
    }
}
