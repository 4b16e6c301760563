package dev.toolverdicts.review.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {

    private static boolean holds(@Nullable String ifMatch, @Nullable Integer revision) {
        return new Preconditions(ifMatch, null).hold(revision);
    }

    @Test
    void withoutHeadersEverythingHolds() {
        assertThat(holds(null, null)).isTrue();
        assertThat(holds(null, 3)).isTrue();
    }

    @Test
    void theTagOfARevisionMatchesIt() {
        assertThat(holds(Preconditions.tag(3, 1), 3)).isTrue();
        assertThat(holds(Preconditions.tag(3, 1), 4)).isFalse();
        assertThat(holds(Preconditions.tag(3, 1), null)).isFalse();
    }

    @Test
    void answersOfReadersChangeTheTagAndNothingThatIsCompared() {
        Take take = PanelTest.takes(1, 0).getFirst();
        assertThat(Preconditions.tag(take, 2)).isEqualTo(Preconditions.tag(1, 2));
        assertThat(holds("\"1.2.3-1\"", 1)).isTrue();
        assertThat(holds("\"1.2.3-1\"", 2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'\"3\"'            | true",
                "'\"3.9\"'          | true",
                "'\"1.1\", \"3.1\"' | true",
                "*                  | true",
                "'\"30.1\"'         | false",
                "'\"13\"'           | false",
                "'W/\"3.1\"'        | false",
                "3                  | false",
                "'\"3'              | false",
                "nonsense           | false",
                "''                 | false"
            })
    void onlyAStrongTagOfThePresentRevisionMatches(String header, boolean matches) {
        assertThat(holds(header, 3)).isEqualTo(matches);
    }

    @Test
    void nothingMatchesAMissingReview() {
        assertThat(holds("*", null)).isFalse();
        assertThat(new Preconditions(null, "*").hold(null)).isTrue();
    }

    @Test
    void ifNoneMatchComparesWeakly() {
        assertThat(new Preconditions(null, "W/\"3.1\"").hold(3)).isFalse();
        assertThat(new Preconditions(null, "\"2.1\"").hold(3)).isTrue();
    }
}
