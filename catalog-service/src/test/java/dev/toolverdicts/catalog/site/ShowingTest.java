package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowingTest {

    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");

    private static @Nullable List<String> list(@Nullable String words) {
        return words == null ? null : Arrays.asList(words.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        // what the query says, which two a narrow screen shows, the query that says so
        ", a b, ''",
        "a b, a b, ''",
        "b a, a b, ''",
        "c d, c d, ?show=c&show=d",
        "d b, b d, ?show=b&show=d",
        "c, a c, ?show=a&show=c",
        "a, a b, ''",
        "b, a b, ''",
        "e e, a e, ?show=a&show=e",
        "c x, a c, ?show=a&show=c",
        "x y, a b, ''",
        "'', a b, ''",
        "e d c, d e, ?show=d&show=e"
    })
    void twoOfManyAreShownInTheOrderOfTheColumns(@Nullable String show, String shown, String query) {
        Showing showing = Showing.of(null, list(show), FIVE);

        assertThat(showing.among(FIVE)).isEqualTo(list(shown));
        assertThat(showing.query()).isEqualTo(query);
        assertThat(Showing.of(null, showing.tools(), FIVE)).isEqualTo(showing);
    }

    @Test
    void ofTwoToolsNoneIsChosen() {
        Showing showing = Showing.of("only", List.of("b", "a"), List.of("a", "b"));

        assertThat(showing.tools()).isEmpty();
        assertThat(showing.query()).isEqualTo("?differences=only");
    }

    @ParameterizedTest
    @CsvSource({"only, true", "Only, false", "'', false", "all, false", "'only,only', false", ", false"})
    void onlyTheOneWordLeavesRowsOut(@Nullable String differences, boolean only) {
        assertThat(Showing.of(differences, null, FIVE).differencesOnly()).isEqualTo(only);
    }

    @Test
    void bothStandInOneQueryAndEachChangesByItself() {
        Showing showing = Showing.of("only", List.of("c", "e"), FIVE);

        assertThat(showing.query()).isEqualTo("?differences=only&show=c&show=e");
        assertThat(showing.withDifferencesOnly(false).query()).isEqualTo("?show=c&show=e");
    }
}
