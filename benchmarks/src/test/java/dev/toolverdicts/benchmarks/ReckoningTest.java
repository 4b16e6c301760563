package dev.toolverdicts.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final String SAID =
            "Running 1s test\nRESULT requests=1000 micros=500000 refused=%d broken=0 p50=1500 p95=20000 p99=30000 p999=40000\n";

    @Test
    void whatTheLoadGeneratorSaysIsRead() {
        Load load = Load.parse(SAID.formatted(0));

        assertThat(load.perSecond()).isEqualTo(2000);
        assertThat(load.p50()).isEqualTo(1.5);
        assertThat(load.p95()).isEqualTo(20);
        assertThat(load.p99()).isEqualTo(30);
        assertThat(load.isClean()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Load.parse("unable to connect"));
    }

    @Test
    void refusedRequestsAreNoFigure() {
        Load load = Load.parse(SAID.formatted(500));

        assertThat(load.perSecond()).isEqualTo(1000);
        assertThat(load.isClean()).isFalse();
    }

    @Test
    void theMiddleAndThePercentilesAreThoseOfTheSortedFigures() {
        assertThat(Medians.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Medians.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
        assertThat(Medians.percentile(List.of(5.0, 1.0, 2.0, 3.0, 4.0), 0.99)).isEqualTo(5);
        assertThat(Medians.percentile(List.of(5.0, 1.0, 2.0, 3.0, 4.0), 0.4)).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> Medians.median(List.of()));
    }

    @Test
    void floorsAreBelowOrAbove() {
        assertThat(Verdict.atLeast("r", "w", 0.35, 0.35, 0.5, "").reachesFloor())
                .isTrue();
        assertThat(Verdict.atLeast("r", "w", 0.34, 0.35, 0.5, "").line()).contains("BELOW FLOOR");
        assertThat(Verdict.atMost("r", "w", 31, 30, 20, "").reachesFloor()).isFalse();
        assertThat(Verdict.atMost("r", "w", 25, 30, 20, "").line()).contains("floor reached");
        assertThat(Verdict.atMost("r", "w", 15, 30, 20, "").line()).contains("goal reached");
    }

    @Test
    void theCommandLineChoosesRows() {
        assertThat(Settings.parse().rows()).isEqualTo(Settings.ROWS);
        Settings some = Settings.parse("gateway", "--pairs", "3", "streams", "--stack", "dir");
        assertThat(some.rows()).containsExactly("gateway", "streams");
        assertThat(some.pairs()).isEqualTo(3);
        assertThat(some.stack()).isEqualTo("dir");
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.parse("gate"));
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.parse("--pairs"));
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.parse("--pairs", "x"));
    }
}
