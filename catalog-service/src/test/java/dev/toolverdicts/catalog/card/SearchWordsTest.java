package dev.toolverdicts.catalog.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"open claude", "  open\tclaude ", "open\u00a0claude", "open\u3000\u0000claude\u001b"})
    void blanksAndSignsThatControlSomethingPartWords(String q) {
        assertThat(SearchWords.of(q).words()).containsExactly("open", "claude");
        assertThat(SearchWords.of(q).text()).isEqualTo("open claude");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "\u2003\n"})
    void withoutAWordNothingIsLookedFor(String q) {
        assertThat(SearchWords.of(q).textOrNull()).isNull();
    }

    @Test
    void eightWordsAreEnough() {
        assertThat(SearchWords.of("1 2 3 4 5 6 7 8 9 ").words()).hasSize(8).endsWith("8");
    }

    @ParameterizedTest
    @CsvSource({
        "mistral, true",
        "Éclair, true",
        "goos, true",
        "ide, false",
        "mistral3b, false",
        "llama.cpp, false",
        "мистраль, false",
        "🚀🚀🚀🚀, false"
    })
    void longWordsOfLettersMayBeMisspelt(String word, boolean mayErr) {
        assertThat(SearchWords.mayErr(word)).isEqualTo(mayErr);
    }

    @Test
    void nobodyMisspellsAWordThatIsNone() {
        assertThat(SearchWords.mayErr("x".repeat(30))).isTrue();
        assertThat(SearchWords.mayErr("x".repeat(31))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3b, false", "n8n, true", "c++, false", "llama.cpp, true", "é, false", "ｖｌｌｍ, true", "模型工具, false"})
    void anIndexOfTrigramsLeadsToThreeSignsInARow(String word, boolean leads) {
        assertThat(SearchWords.hasTrigram(word)).isEqualTo(leads);
    }

    @Test
    void neighboursAreSwappedOnePairAtATime() {
        assertThat(SearchWords.swapped("goose")).isEqualTo("ogose gosoe gooes");
        assertThat(SearchWords.swapped("aaaa")).isEmpty();
    }

    @Test
    void oneWordAtATimeIsSpelledOtherwise() {
        assertThat(SearchWords.of("the good ide").spellings())
                .containsExactly("the good ide", "the ogod ide", "the godo ide");
        assertThat(SearchWords.of("n8n").spellings()).containsExactly("n8n");
        assertThat(SearchWords.of("abcdefghijklmnop ".repeat(8)).spellings()).hasSize(40);
    }
}
