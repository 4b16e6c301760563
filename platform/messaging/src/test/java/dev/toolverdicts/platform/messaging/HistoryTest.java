package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void aGoodHistoryWithRepeatsPasses() {
        History good = of(1, 2, 3, 2, 3, 4);

        assertThat(good.inversions()).isEmpty();
        assertThat(good.gaps()).isEmpty();
        assertThat(good.duplicates()).isEqualTo(2);
        assertThat(good.last()).isEqualTo(Map.of("k", 4L));
    }

    @Test
    void anOvertakenVersionIsSeen() {
        assertThat(of(1, 3, 2).inversions()).containsExactly(new History.Entry("k", 2));
    }

    @Test
    void aMissingVersionIsSeen() {
        assertThat(of(1, 3).gaps()).containsExactly(new History.Entry("k", 2));
    }

    @Test
    void aLateRepeatOfAnOldVersionIsWhatCompactionWouldLeave() {
        assertThat(of(1, 2, 1).last()).isEqualTo(Map.of("k", 1L));
    }

    @Test
    void keysDoNotMix() {
        History two = new History(List.of(new History.Entry("a", 2), new History.Entry("b", 1)));

        assertThat(two.inversions()).isEmpty();
    }

    private static History of(long... versions) {
        return new History(Arrays.stream(versions)
                .mapToObj(version -> new History.Entry("k", version))
                .toList());
    }
}
