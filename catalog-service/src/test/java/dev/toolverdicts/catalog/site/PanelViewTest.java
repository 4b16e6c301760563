package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.ToolCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelViewTest {

    private static PanelView panel(int ships, int skips) {
        return PanelView.of(new ToolCard.Panel(ships, skips, 75, "ship", 4, 7));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 3", "0, 0, 7", "7, 0, 0", "0, 7, 0", "5, 4, 0"})
    void everyCriticHasOneMark(int ships, int skips, int silent) {
        PanelView panel = panel(ships, skips);

        assertThat(Html.count(panel.yes(), "M")).isEqualTo(ships);
        assertThat(Html.count(panel.no(), "M")).isEqualTo(skips);
        assertThat(Html.count(panel.none(), "M")).isEqualTo(silent);
        assertThat(panel.marksWidth()).isEqualTo(18 * (ships + skips + silent) - 2);
    }

    @Test
    void marksStandBesideEachOther() {
        PanelView panel = panel(2, 1);

        assertThat(panel.yes()).isEqualTo("M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M20 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0");
        assertThat(panel.no()).startsWith("M38 8a6 6 0 1 0 12 0");
        assertThat(panel.none()).startsWith("M60 8a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M78 8");
    }
}
