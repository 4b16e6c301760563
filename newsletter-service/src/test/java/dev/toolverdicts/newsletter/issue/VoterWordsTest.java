package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.issue.EntryFacts.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoterWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|—|—",
                "2|1|2 ship / 1 skip|2 ship / 1 skip",
                "3|1|3 ship / 1 skip|3 ship / 1 skip",
                "3|2|60 %|60 % of 5 ship",
                "0|5|0 %|0 % of 5 ship"
            })
    void underFiveVotesThereIsNoShare(long ships, long skips, String figure, String told) {
        assertThat(VoterWords.figure(new Count(ships, skips))).isEqualTo(figure);
        assertThat(VoterWords.told(new Count(ships, skips))).isEqualTo(told);
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(VoterWords.figure(null)).isEqualTo("—");
        assertThat(VoterWords.told(null)).isEqualTo("—");
    }
}
