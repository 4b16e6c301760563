package dev.toolverdicts.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonKeyTest {

    private static ComparisonKey key(String slugs) {
        return new ComparisonKey(Arrays.asList(slugs.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "a-vs-b, a b",
        "mistral-3b-vs-llama-4-scout, mistral-3b llama-4-scout",
        "canvas-vs-vss, canvas vss",
        "a-versus-b-vs-c, a-versus-b c",
        "a-vs-b-vs-c, a b c",
        "svs-vs-vsb-vs-v-s, svs vsb v-s",
        "a-vs-b-vs-c-vs-d-vs-e, a b c d e",
        "b-vs-a-vs-b, b a b",
        "a-vs-a, a a",
        "a-vs-b-vs-c-vs-d-vs-e-vs-a, a b c d e a"
    })
    void anAddressHasOneReading(String address, String slugs) {
        assertThat(ComparisonKey.parse(address)).contains(key(slugs));
        assertThat(key(slugs)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a-vs-",
                "-vs-b",
                "-vs-",
                "a-versus-b",
                "a-vs",
                "vs-b",
                "a-vs-vs-b",
                "a-vs-vs",
                "a-vs--vs-b",
                "a-vs-vs-vs-b",
                "A-vs-b",
                "a-vs-b.md",
                "a--b-vs-c",
                "a-vs-b-",
                "a\0-vs-b",
                "a vs b",
                "a-vs-b-vs-c-vs-d-vs-e-vs-f"
            })
    void anythingElseIsNoComparison(String address) {
        assertThat(ComparisonKey.parse(address)).isEmpty();
    }

    @Test
    void aPartLongerThanAnySlugIsReadWithoutTrouble() {
        assertThat(ComparisonKey.parse("a-vs-" + "b-".repeat(20_000) + "c")).isEmpty();
        assertThat(ComparisonKey.parse("a-vs-" + "b".repeat(81))).isEmpty();
        assertThat(ComparisonKey.parse("a-vs-" + "b".repeat(80))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "b a, a-vs-b",
        "a b, a-vs-b",
        "a-1 a, a-vs-a-1",
        "a a1, a-vs-a1",
        "b2 b10, b10-vs-b2",
        "a a, a",
        "c b a, a-vs-b-vs-c",
        "b a b, a-vs-b",
        "e c a d b, a-vs-b-vs-c-vs-d-vs-e"
    })
    void theCanonicalOrderIsThatOfTheBytesAndHasEachToolOnce(String slugs, String canonical) {
        assertThat(key(slugs).canonical()).hasToString(canonical);
    }

    @Test
    void whatIsCanonicalStaysAsItIs() {
        assertThat(key("a b c").canonical()).isEqualTo(new ComparisonKey(List.of("a", "b", "c")));
    }
}
