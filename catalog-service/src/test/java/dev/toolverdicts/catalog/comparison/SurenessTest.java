package dev.toolverdicts.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurenessTest {

    private final Cards a = Cards.named("Alpha");
    private final Cards b = Cards.named("Beta");
    private final Cards c = Cards.named("Gamma");

    private static String sure(Cards... tools) {
        return Sureness.of(Stream.of(tools).map(Cards::card).toList());
    }

    private static Cards voted(Cards tool, int votes) {
        return tool.votes(votes - 1, 1, 0.4, 0.9);
    }

    @Test
    void ofTwoToolsBothNumbersAreSaid() {
        assertThat(sure(a, b))
                .isEqualTo("How sure: no critic has reviewed either tool; no community votes yet. "
                        + "Take it as a lean, not as proof.");
        assertThat(sure(a.panel(3, 1), b.panel(4, 0)))
                .startsWith("How sure: 4 of 7 critics reviewed each tool; no community votes yet.");
        assertThat(sure(a.panel(3, 1), voted(b.panel(4, 1), 1_234)))
                .startsWith("How sure: 4 and 5 of 7 critics have spoken; 0 and 1,234 community votes.");
    }

    @Test
    void ofMoreTheFewestAndTheMostAreSaid() {
        assertThat(sure(a, b, c)).startsWith("How sure: no critic has reviewed any of them; no community votes yet.");
        assertThat(sure(a.panel(3, 1), b.panel(2, 2), c.panel(0, 4)))
                .startsWith("How sure: 4 of 7 critics reviewed each tool;");
        assertThat(sure(voted(a.panel(3, 1), 40), voted(b.panel(7, 0), 7), voted(c.panel(1, 1), 1_234)))
                .startsWith("How sure: 2 to 7 of 7 critics have spoken; 7 to 1,234 community votes a tool.");
        assertThat(sure(voted(a, 5), voted(b, 5), voted(c, 5))).contains("; 5 community votes a tool.");
    }

    @Test
    void itIsAsFirmAsItsWeakestSide() {
        assertThat(sure(voted(a.panel(7, 0), 30), voted(b.panel(0, 7), 30))).endsWith(" Both sides are well covered.");
        assertThat(sure(voted(a.panel(7, 0), 30), voted(b.panel(0, 7), 30), voted(c.panel(4, 3), 30)))
                .endsWith(" All sides are well covered.");
        assertThat(sure(voted(a.panel(7, 0), 30), voted(b.panel(0, 7), 29))).endsWith(" A fair basis, not a full one.");
        assertThat(sure(voted(a.panel(7, 0), 29), voted(b.panel(0, 6), 30)))
                .endsWith(" Take it as a lean, not as proof.");
    }
}
