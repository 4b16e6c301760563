package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockMarkTest {

    private static final Instant LAST = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    private ClockMark mark;

    @BeforeEach
    void aFolderThatWasInUse() {
        mark = new ClockMark(new DataFolder(folder));
        mark.set(LAST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT59M", "PT30S", "P200D"})
    void aClockThatIsNearIsBelieved(Duration off) {
        assertThatCode(() -> mark.check(LAST.plus(off))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT2H", "-P3650D"})
    void aClockThatIsBehindTheDataIsRefused(Duration off) {
        assertThatThrownBy(() -> mark.check(LAST.plus(off)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already in use at 2026-11-24T12:00:00Z")
                .hasMessageContaining("set the clock")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aClockThatIsYearsAheadIsRefusedUntilSomebodySaysThatItIsRight() throws IOException {
        Instant ahead = LAST.plus(Duration.ofDays(400));
        assertThatThrownBy(() -> mark.check(ahead))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2027-12-29T12:00:00Z")
                .hasMessageContaining("if it is right now, remove " + folder.resolve("clock"));

        Files.delete(folder.resolve("clock"));

        assertThatCode(() -> mark.check(ahead)).doesNotThrowAnyException();
    }

    @Test
    void aClockThatIsSetRightIsBelievedAgain() {
        assertThatThrownBy(() -> mark.check(Instant.EPOCH)).isInstanceOf(Refused.class);

        assertThatCode(() -> mark.check(LAST.plusSeconds(60))).doesNotThrowAnyException();
    }

    @Test
    void aMarkThatCannotBeReadIsNone() throws IOException {
        Files.writeString(folder.resolve("clock"), "");

        assertThatCode(() -> mark.check(Instant.EPOCH)).doesNotThrowAnyException();
    }

    @Test
    void aMarkThatCannotBeWrittenDoesNoHarm() throws IOException {
        Files.createDirectory(folder.resolve("clock.new"));

        mark.set(LAST.plusSeconds(60));

        assertThat(folder.resolve("clock")).hasContent("2026-11-24T12:00:00Z");
    }
}
