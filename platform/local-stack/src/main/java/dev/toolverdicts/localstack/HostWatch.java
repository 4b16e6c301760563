package dev.toolverdicts.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Looks at what all processes share and none of them can mend: the room on the disk, and the
/// clock. Says what it sees once, and once more when it is over.
final class HostWatch {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration MARK_EVERY = Duration.ofMinutes(1);
    private static final Duration JUMP = Duration.ofMinutes(1);

    private final Room room;
    private final ClockMark mark;
    private final LongSupplier clock;
    private final LongSupplier ticks;
    private final Consumer<String> say;
    private boolean low;
    private long lastTime;
    private long lastTick;
    private long lastMark;

    HostWatch(Room room, ClockMark mark, Consumer<String> say) {
        this(room, mark, System::currentTimeMillis, System::nanoTime, say);
    }

    /// @param clock milliseconds of the day's time, which somebody may set
    /// @param ticks nanoseconds that nobody can set
    HostWatch(Room room, ClockMark mark, LongSupplier clock, LongSupplier ticks, Consumer<String> say) {
        this.room = room;
        this.mark = mark;
        this.clock = clock;
        this.ticks = ticks;
        this.say = say;
        lastTime = clock.getAsLong();
        lastTick = ticks.getAsLong();
        lastMark = lastTick;
        mark.set(Instant.ofEpochMilli(lastTime));
    }

    void start() {
        Thread.ofVirtual().name("host").start(() -> {
            while (Watch.pause(EVERY)) {
                look();
            }
        });
    }

    void look() {
        lookAtRoom();
        lookAtClock();
    }

    private void lookAtRoom() {
        long free = room.free();
        if (!low && free < Room.LOW) {
            low = true;
            say.accept(("only %s are free at %s: make room. Without any, PostgreSQL and Kafka end and are started again"
                            + " until there is some; what was answered with success is kept")
                    .formatted(Room.words(free), room.folder()));
        } else if (low && free > Room.LOW + Room.LOW / 4) {
            low = false;
            say.accept("there is room again at %s: %s".formatted(room.folder(), Room.words(free)));
        }
    }

    private void lookAtClock() {
        long time = clock.getAsLong();
        long tick = ticks.getAsLong();
        Duration jump = Duration.ofMillis(time - lastTime).minusNanos(tick - lastTick);
        if (jump.compareTo(JUMP) > 0) {
            say.accept("the clock went ahead by %s: that is right if this machine slept, else set it; what was due by"
                            .formatted(words(jump))
                    + " then has begun");
        } else if (jump.negated().compareTo(JUMP) > 0) {
            say.accept("the clock went back by %s: what carries a later time waits until then"
                    .formatted(words(jump.negated())));
        }
        lastTime = time;
        lastTick = tick;
        if (jump.abs().compareTo(JUMP) > 0 || tick - lastMark >= MARK_EVERY.toNanos()) {
            mark.set(Instant.ofEpochMilli(time));
            lastMark = tick;
        }
    }

    private static String words(Duration time) {
        return time.toHours() > 0
                ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
                : "%d min".formatted(time.toMinutes());
    }
}
