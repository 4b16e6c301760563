package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void tooLittleIsRefusedInOneLineThatSaysHowMuchIsMissing() {
        var room = new Room(folder, () -> 12 * MEGABYTE);

        assertThatThrownBy(() -> room.require(Room.TO_START, "starting"))
                .isInstanceOf(Refused.class)
                .hasMessage("only 12 MB are free at %s, and starting needs 128 MB: make room, or choose another folder"
                        .formatted(folder));
    }

    @Test
    void enoughIsEnough() {
        assertThatCode(() -> new Room(folder, () -> Room.TO_START).require(Room.TO_START, "starting"))
                .doesNotThrowAnyException();
    }

    @Test
    void theFileSystemIsAsked() {
        assertThat(new Room(folder).free()).isPositive();
    }

    @Test
    void whatIsNotKnownIsNoReasonToRefuse() {
        assertThat(new Room(folder.resolve("nothing here")).free()).isEqualTo(Long.MAX_VALUE);
    }
}
