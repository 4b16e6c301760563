package dev.toolverdicts.review.review;

import static dev.toolverdicts.review.review.PanelVerdict.MIXED;
import static dev.toolverdicts.review.review.PanelVerdict.PENDING;
import static dev.toolverdicts.review.review.PanelVerdict.SHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.review.critic.AuthorKind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PanelTest {

    private static final Instant DAY_1 = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant DAY_3 = Instant.parse("2026-11-03T00:00:00Z");

    private final Panel opened = Panel.opened(UUID.fromString("0199a8c0-0000-7000-8000-000000000006"), DAY_1);

    static List<Take> takes(int ships, int skips) {
        return Stream.concat(
                        Collections.nCopies(ships, Verdict.SHIP).stream(),
                        Collections.nCopies(skips, Verdict.SKIP).stream())
                .map(verdict -> new Take(
                        "builder",
                        "The Builder",
                        "Developer Perspective",
                        verdict,
                        70,
                        "Sample take.",
                        true,
                        AuthorKind.AI_PERSONA,
                        null,
                        null,
                        List.of(),
                        1,
                        DAY_1,
                        DAY_2,
                        Freshness.dueAt(DAY_2, null),
                        null,
                        DAY_1,
                        null,
                        0,
                        0))
                .toList();
    }

    @Test
    void aPanelStartsPending() {
        assertThat(opened.verdict()).isEqualTo(PENDING);
        assertThat(opened.verdictSince()).isEqualTo(DAY_1);
        assertThat(opened.previousVerdict()).isNull();
        assertThat(opened.pct()).isNull();
        assertThat(opened.version()).isEqualTo(1);
    }

    @Test
    void anotherVerdictRemembersTheOneBefore() {
        Panel shipped = opened.raised().counting(takes(4, 0), DAY_2);

        assertThat(shipped.version()).isEqualTo(2);
        assertThat(shipped.verdict()).isEqualTo(SHIP);
        assertThat(shipped.previousVerdict()).isEqualTo(PENDING);
        assertThat(shipped.verdictSince()).isEqualTo(DAY_2);
    }

    @Test
    void theSameVerdictKeepsItsDay() {
        Panel stillShip = opened.raised().counting(takes(3, 1), DAY_2).raised().counting(takes(4, 0), DAY_3);

        assertThat(stillShip.verdictSince()).isEqualTo(DAY_2);
        assertThat(stillShip.previousVerdict()).isEqualTo(PENDING);
        assertThat(stillShip.updatedAt()).isEqualTo(DAY_3);
        assertThat(stillShip.pct()).isEqualTo(100);
    }

    @Test
    void aTieIsMixed() {
        Panel mixed = opened.counting(takes(4, 0), DAY_2).counting(takes(2, 2), DAY_3);

        assertThat(mixed.verdict()).isEqualTo(MIXED);
        assertThat(mixed.previousVerdict()).isEqualTo(SHIP);
    }
}
