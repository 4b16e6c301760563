package dev.toolverdicts.vote.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.vote.web.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTextTest {

    @Test
    void whatIsNotSeenGoesAndGapsBecomeOneSpace() {
        assertThat(ReasonText.of("  Fast,\tand\r\nfree.\u0000 ")).isEqualTo("Fast, and free.");
        assertThat(ReasonText.of("a\u202Eb\u200Bc\uFEFF")).isEqualTo("abc");
        assertThat(ReasonText.of("a\uD800b")).isEqualTo("ab");
        assertThat(ReasonText.of("e\u0301")).isEqualTo("\u00E9");
    }

    @Test
    void nothingIsNoReason() {
        assertThat(ReasonText.of(null)).isNull();
        assertThat(ReasonText.of(" \n\u200B ")).isNull();
    }

    @Test
    void itsLengthIsThatOfWhatIsRead() {
        String longest = "\uD83D\uDE80".repeat(ReasonText.LONGEST);
        assertThat(ReasonText.of(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> ReasonText.of(longest + "!")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ReasonText.of(" ".repeat(3_000))).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://example.org",
                "http://x",
                "www.example",
                "cheaper at example.com",
                "EXAMPLE.IO has it",
                "look at odd.museum/page",
                "ftp://files"
            })
    void whatLeadsElsewhereIsRefused(String typed) {
        assertThatThrownBy(() -> ReasonText.of(typed)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Node.js bindings just work.",
                "Twice as fast as 4.5, e.g. on a phone",
                "It is <b>good</b> & cheap.",
                "It works.In time, too.",
                "95% of it/that works"
            })
    void wordsAreLeftAsTheyAre(String typed) {
        assertThat(ReasonText.of(typed)).isEqualTo(typed);
    }
}
