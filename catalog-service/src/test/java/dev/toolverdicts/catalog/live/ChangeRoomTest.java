package dev.toolverdicts.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeRoomTest {

    private static final LiveSettings SETTINGS =
            new LiveSettings(Duration.ofHours(1), Duration.ofMinutes(30), 3, 2, 50);
    private static final Set<String> ALL = Set.of();

    /// What a reader was sent.
    private static final class Recorded implements ChangeLine {

        private final List<String> said = new ArrayList<>();
        private boolean broken;
        private boolean ended;

        @Override
        public void hello(Instant since) throws IOException {
            say("hello");
        }

        @Override
        public void change(Change change) throws IOException {
            say(change.matter());
        }

        @Override
        public void alive(Instant at) throws IOException {
            say("alive");
        }

        private void say(String what) throws IOException {
            if (broken) {
                throw new IOException("gone");
            }
            said.add(what);
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    private Instant now = Instant.parse("2026-11-29T12:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /// What threads would do, when the test lets them.
    private final Deque<Runnable> later = new ArrayDeque<>();

    private final ChangeRoom room = new ChangeRoom(SETTINGS, clock, Runnable::run);
    private final ChangeRoom slow = new ChangeRoom(SETTINGS, clock, later::add);
    private final Recorded line = new Recorded();

    private void run() {
        for (Runnable next = later.poll(); next != null; next = later.poll()) {
            next.run();
        }
    }

    @Test
    void aReaderHearsOfItsToolsAndOfWhatConcernsAll() {
        room.open(Set.of("a", "b"), "client", now, line);
        room.tell("panel", "a");
        room.tell("panel", "c");
        room.tell("board", null);
        room.tell("critic", null);
        room.tell("tool", "b");

        assertThat(line.said).containsExactly("panel a", "critic", "tool b");
        assertThat(room.heard()).isEqualTo(5);
    }

    @Test
    void whoNamesNoToolHearsOfEverything() {
        room.open(ALL, "client", now, line);
        room.tell("panel", "a");
        room.tell("board", null);
        room.tellThatAnythingMayHaveChanged();

        assertThat(line.said).containsExactly("panel a", "board", "any");
    }

    @Test
    void whatWasHeardSinceThePageWasMadeComesFirst() {
        now = now.plusSeconds(10);
        room.tell("panel", "a");
        now = now.plusSeconds(10);
        room.tell("tool", "a");
        room.tell("tool", "b");
        room.open(Set.of("a"), "client", now.minusSeconds(5), line);

        assertThat(line.said).containsExactly("tool a");
    }

    @Test
    void whatIsNotRememberedMayBeAnything() {
        room.open(ALL, "client", now.minusSeconds(1), line);
        assertThat(line.said).as("before the start").containsExactly("any");

        for (int i = 0; i < 501; i++) {
            now = now.plusMillis(1);
            room.tell("tool", "t" + i);
        }
        var late = new Recorded();
        room.open(ALL, "client", now.minusMillis(501), late);
        assertThat(late.said).as("more than is kept").containsExactly("any");
    }

    @Test
    void whileAReaderTakesNothingEachMatterWaitsOnce() {
        slow.open(ALL, "client", now, line);
        slow.tell("panel", "a");
        slow.tell("panel", "a");
        slow.tell("tool", "a");
        assertThat(later).hasSize(1);

        run();
        assertThat(line.said).containsExactly("panel a", "tool a");
        slow.tell("panel", "a");
        run();
        assertThat(line.said).endsWith("tool a", "panel a");
    }

    @Test
    void muchThatWaitsBecomesOneHint() {
        slow.open(ALL, "client", now, line);
        for (int i = 0; i < 1_000; i++) {
            slow.tell("tool", "t" + i);
        }
        run();

        assertThat(line.said).containsExactly("any");
    }

    @Test
    void aQuietStreamSaysThatItIsAlive() {
        room.open(Set.of("a"), "client", now, line);
        room.beat();
        room.beat();

        assertThat(line.said).containsExactly("alive", "alive");
    }

    @Test
    void aReaderThatTakesNothingIsLetGo() {
        slow.open(ALL, "client", now, line);
        slow.beat();
        assertThat(slow.readers()).isOne();
        slow.beat();
        assertThat(slow.readers()).isZero();

        run();
        assertThat(line.said).isEmpty();
        assertThat(line.ended).isTrue();
    }

    @Test
    void aReaderWhoseConnectionBrokeIsForgotten() {
        room.open(ALL, "client", now, line);
        line.broken = true;
        room.tell("tool", "a");
        assertThat(line.ended).isTrue();
        room.beat();

        assertThat(room.readers()).isZero();
    }

    @Test
    void aStreamLivesOnlySoLong() {
        room.open(ALL, "client", now, line);
        now = now.plus(SETTINGS.longest()).plusMillis(1);
        room.beat();

        assertThat(room.readers()).isZero();
        assertThat(line.ended).isTrue();
    }

    @Test
    void aClientHasOnlySoManyAndACopyToo() {
        ChangeReader first = room.open(ALL, "one", now, line);
        room.open(ALL, "one", now, new Recorded());
        assertThatExceptionOfType(TooManyStreams.class).isThrownBy(() -> room.open(ALL, "one", now, new Recorded()));
        room.open(ALL, "other", now, new Recorded());
        assertThatExceptionOfType(TooManyReaders.class).isThrownBy(() -> room.open(ALL, "other", now, new Recorded()));

        room.leave(first);
        room.leave(first);
        room.open(ALL, "one", now, new Recorded());
        assertThat(room.readers()).isEqualTo(3);
    }

    @Test
    void streamsEndWhenTheServiceStops() {
        room.start();
        room.open(ALL, "client", now, line);
        room.stop();

        assertThat(line.ended).isTrue();
        assertThat(room.readers()).isZero();
        assertThat(room.isRunning()).isFalse();
        assertThatExceptionOfType(TooManyReaders.class).isThrownBy(() -> room.open(ALL, "client", now, new Recorded()));
    }
}
