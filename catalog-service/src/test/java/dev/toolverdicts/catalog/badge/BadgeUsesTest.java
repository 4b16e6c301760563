package dev.toolverdicts.catalog.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BadgeUsesTest {

    private final BadgeUses uses = new BadgeUses();

    @Test
    void eachUseIsTakenOnce() {
        uses.shown("a");
        uses.shown("a");
        uses.followed("a");
        uses.shown("b");

        assertThat(uses.take()).isEqualTo(Map.of("a", new BadgeUse(2, 1), "b", new BadgeUse(1, 0)));
        assertThat(uses.take()).isEmpty();
    }

    @Test
    void noUseIsLostWhileANoteIsTaken() {
        CompletableFuture<Void> crowd = CompletableFuture.allOf(IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        uses.shown("a");
                    }
                }))
                .toArray(CompletableFuture[]::new));

        long taken = 0;
        while (!crowd.isDone()) {
            taken += taken();
        }
        crowd.join();

        assertThat(taken + taken()).isEqualTo(40_000);
    }

    private long taken() {
        return uses.take().values().stream().mapToLong(BadgeUse::shown).sum();
    }
}
