package dev.toolverdicts.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void nothingOfARecordIsMarkup() {
        assertThat(Html.text("<a href='x'>\"&")).isEqualTo("&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
        assertThat(Html.text(null)).isEmpty();
    }

    @Test
    void controlCharactersAreShown() {
        assertThat(Html.text("a\0b\u007f\tc")).isEqualTo("a\u2400b\u2421\tc");
    }

    @Test
    void aTableNamesItsColumnsInEachCell() {
        assertThat(Html.table("All", List.of("One", "Two"), List.of(List.of("1", "2"))))
                .contains("<caption class=\"unseen\">All</caption>")
                .contains("<th scope=\"row\">1</th>")
                .contains("<span class=\"cell-label\" aria-hidden=\"true\">Two</span>2");
    }
}
