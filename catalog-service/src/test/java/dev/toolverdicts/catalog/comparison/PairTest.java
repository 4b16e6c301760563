package dev.toolverdicts.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairTest {

    @ParameterizedTest
    @CsvSource({
        "a-vs-b, a, b",
        "mistral-3b-vs-llama-4-scout, mistral-3b, llama-4-scout",
        "canvas-vs-vss, canvas, vss",
        "a-versus-b-vs-c, a-versus-b, c"
    })
    void anAddressHasOneReading(String key, String a, String b) {
        assertThat(Pair.parse(key)).contains(new Pair(a, b));
        assertThat(new Pair(a, b).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a-vs-", "-vs-b", "-vs-", "a-versus-b", "a-vs", "vs-b"})
    void anythingElseIsNoPair(String key) {
        assertThat(Pair.parse(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "b, a, a-vs-b",
        "a, b, a-vs-b",
        "a-1, a, a-vs-a-1",
        "a, a1, a-vs-a1",
        "b2, b10, b10-vs-b2",
        "a, a, a-vs-a"
    })
    void theCanonicalOrderIsThatOfTheBytes(String a, String b, String key) {
        assertThat(new Pair(a, b).canonical().key()).isEqualTo(key);
    }
}
