package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostWatchTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private long free = 10 * Room.LOW;
    private Instant time = START;
    private Duration passed = Duration.ZERO;
    private HostWatch watch;

    @BeforeEach
    void watch() {
        watch = new HostWatch(
                new Room(folder, () -> free),
                new ClockMark(new DataFolder(folder)),
                () -> time.toEpochMilli(),
                () -> passed.toNanos(),
                said::add);
    }

    @Test
    void anOrdinaryMinuteIsNotWorthAWord() {
        for (int i = 0; i < 12; i++) {
            pass(Duration.ofSeconds(5));
        }

        assertThat(said).isEmpty();
        assertThat(folder.resolve("clock")).hasContent("2026-11-24T12:01:00Z");
    }

    @Test
    void aDiskThatFillsIsToldOnceAndThatThereIsRoomAgain() {
        free = Room.LOW - 1;
        pass(Duration.ofSeconds(5));
        free = 0;
        pass(Duration.ofSeconds(5));
        assertThat(said).singleElement().asString().startsWith("only 511 MB are free at " + folder);

        free = Room.LOW + 1;
        pass(Duration.ofSeconds(5));
        assertThat(said).as("not enough to speak of").hasSize(1);
        free = 2 * Room.LOW;
        pass(Duration.ofSeconds(5));

        assertThat(said.getLast()).isEqualTo("there is room again at %s: 1024 MB".formatted(folder));
        free = 0;
        pass(Duration.ofSeconds(5));
        assertThat(said).hasSize(3);
    }

    @Test
    void aClockThatJumpsIsToldAndTheMarkGoesWithIt() {
        time = time.plus(Duration.ofHours(3));
        pass(Duration.ofSeconds(5));
        assertThat(said).singleElement().asString().startsWith("the clock went ahead by 3 h 0 min");
        assertThat(folder.resolve("clock")).hasContent("2026-11-24T15:00:05Z");

        time = time.minus(Duration.ofHours(3));
        pass(Duration.ofSeconds(5));

        assertThat(said.getLast()).startsWith("the clock went back by 3 h 0 min");
        assertThat(folder.resolve("clock")).hasContent("2026-11-24T12:00:10Z");
    }

    private void pass(Duration duration) {
        time = time.plus(duration);
        passed = passed.plus(duration);
        watch.look();
    }
}
