package dev.toolverdicts.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/// The script that keeps an open page true writes the community's row in the decision table's own words.
class LiveWordsTest {

    @ParameterizedTest
    @CsvSource({"split, 3, 1, 75", "share, 9, 3, 75", "share, 612345, 387655, 61"})
    void theScriptSaysWhatTheTableSays(String name, int ships, int skips, int pct) throws IOException {
        String said = template(name)
                .replace("${t.ships}", String.valueOf(ships))
                .replace("${t.skips}", String.valueOf(skips))
                .replace("${t.n}", String.valueOf(ships + skips))
                .replace("${t.pct}", String.valueOf(pct));

        assertThat(said).isEqualTo(row(Cards.named("Alpha").votes(ships, skips, 0.4, 0.9)));
    }

    @Test
    void theScriptKnowsHowNoVotesAreSaid() throws IOException {
        assertThat(script()).contains("decision: \"" + row(Cards.named("Alpha")) + "\"");
    }

    private static String row(Cards tool) {
        return DecisionTable.of(List.of(tool.card(), tool.card())).stream()
                .filter(row -> row.label().equals("Community"))
                .findFirst()
                .orElseThrow()
                .values()
                .getFirst();
    }

    private static String template(String name) throws IOException {
        Matcher template = Pattern.compile("const " + name + " = `([^`]*)`").matcher(script());
        assertThat(template.find()).isTrue();
        return template.group(1);
    }

    private static String script() throws IOException {
        return new ClassPathResource("static/assets/site.js").getContentAsString(StandardCharsets.UTF_8);
    }
}
