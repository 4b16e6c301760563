package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "plain words ! plain words",
                "[a](https://x) ! \\[a\\]\\(https://x\\)",
                "<b>bold</b> ! \\<b\\>bold\\</b\\>",
                "a | b ! a \\| b",
                "*a* _b_ `c` ~d~ ! \\*a\\* \\_b\\_ \\`c\\` \\~d\\~",
                "a\\b ! a\\\\b",
                "\"two\n\nlines\" ! two lines"
            })
    void wordsStayWords(String words, String written) {
        assertThat(Markdown.text(words)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "'# head', \\# head",
        "- item, \\- item",
        "+ item, \\+ item",
        "> quote, \\> quote",
        "=== , \\===",
        "12. item, 12\\. item",
        "12) item, 12\\) item",
        "3.5 points, 3\\.5 points",
        "a - b # c, a - b # c"
    })
    void nothingBeginsABlock(String words, String written) {
        assertThat(Markdown.line(words)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/x, <https://a.example/x>", "https://a> <b, <https://a%3E%20%3Cb>"})
    void anAddressEndsWhereItEnds(String address, String link) {
        assertThat(Markdown.link(address)).isEqualTo(link);
    }
}
