package dev.toolverdicts.catalog.critic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.TakeSums;
import dev.toolverdicts.catalog.critic.CriticStatistics.Figures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticStatisticsTest {

    private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final CriticProfile BUILDER = new CriticProfile(
            "builder", 1, "The Builder", "Role", "Motto.", "Persona.", List.of(), List.of(), "ai_persona", List.of());

    private static TakeSums sums(String category, int takes, int ships, int scores) {
        return new TakeSums("builder", category, category, takes, ships, scores, takes, 1, 2, 1, DAY);
    }

    @Test
    void theTotalIsTheSumOfTheCategories() {
        CriticStatistics statistics =
                CriticStatistics.of(BUILDER, List.of(sums("models", 3, 2, 200), sums("audio", 5, 5, 301)));

        assertThat(statistics.total()).isEqualTo(new Figures(8, 7, 88, 62.6, 8, 2, 4, 2, 50));
        assertThat(statistics.categories())
                .extracting(CriticStatistics.OfCategory::name)
                .containsExactly("audio", "models");
        assertThat(statistics.asOf()).isEqualTo(DAY);
    }

    @Test
    void withoutVerdictsThereIsNoRate() {
        CriticStatistics nothing = CriticStatistics.of(BUILDER, List.of());

        assertThat(nothing.total()).isEqualTo(new Figures(0, 0, null, null, 0, 0, 0, 0, null));
        assertThat(nothing.categories()).isEmpty();
    }
}
