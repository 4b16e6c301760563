package dev.toolverdicts.review.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.review.page.TextDiff.Kind;
import dev.toolverdicts.review.page.TextDiff.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDiffTest {

    private static String told(String before, String after) {
        return TextDiff.of(before, after).stream()
                .map(piece -> switch (piece.kind()) {
                    case KEPT -> piece.text();
                    case GONE -> "-" + piece.text().strip() + "- ";
                    case NEW -> "+" + piece.text().strip() + "+ ";
                })
                .collect(joining())
                .strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b c         | a b c         | a b c",
                "a b c         | a x c         | a -b- +x+ c",
                "a b           | a b c d       | a b +c d+",
                "a b c d       | c d           | -a b- c d",
                "a b c d e     | a c e f       | a -b- c -d- e +f+",
                "one two       | three         | -one two- +three+",
                "a a a         | a a           | a a -a-"
            })
    void whatBothHaveStays(String before, String after, String told) {
        assertThat(told(before, after)).isEqualTo(told);
    }

    @Test
    void thePiecesAreTheTwoTexts() {
        String before = "The first run works.\n\nThe second one does not.";
        String after = "The first run works, mostly.\n\nThe third one does.";
        List<Piece> pieces = TextDiff.of(before, after);

        assertThat(pieces.stream()
                        .filter(piece -> piece.kind() != Kind.NEW)
                        .map(Piece::text)
                        .collect(joining()))
                .isEqualToNormalizingWhitespace(before);
        assertThat(pieces.stream()
                        .filter(piece -> piece.kind() != Kind.GONE)
                        .map(Piece::text)
                        .collect(joining()))
                .isEqualToNormalizingWhitespace(after);
    }

    @Test
    void theLongestTextsAreComparedTooIfOnlyAsAWhole() {
        String before = "a ".repeat(2500);
        String after = "b ".repeat(2500);

        assertThat(TextDiff.of(before, after)).extracting(Piece::kind).containsExactly(Kind.GONE, Kind.NEW);
    }
}
