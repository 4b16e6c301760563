package dev.toolverdicts.vote.voter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class VoterSettingsTest {

    @Test
    void withoutASecretNothingStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VoterSettings(null, null))
                .withMessageContaining("VOTE_SECRET");
        assertThatIllegalArgumentException().isThrownBy(() -> new VoterSettings(" ", null));
    }

    @Test
    void aShortOrBrokenSecretIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VoterSettings("c2hvcnQ=", null))
                .withMessageContaining("32");
        assertThatIllegalArgumentException().isThrownBy(() -> new VoterSettings("not base64!", null));
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(new VoterSettings("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", null).toString())
                .doesNotContain("MDEy");
    }
}
