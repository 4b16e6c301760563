package dev.toolverdicts.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MailTest {

    @Test
    void mailsThatWereLostOrDoubledAreNoFigure() {
        assertThat(new MailRun(1000, 2, 1000).perSecond()).isEqualTo(500);
        assertThat(new MailRun(1000, 2, 1000).isClean()).isTrue();
        assertThat(new MailRun(1000, 2, 999).isClean()).isFalse();
        assertThat(new MailRun(1000, 2, 1001)).hasToString("   500/s  1,000 in 2.0 s  but the sink took 1,001");
        assertThat(new MailRun(0, 2, 0).isClean()).isFalse();
    }

    @Test
    void theCommandLineChoosesRowsAndRecipients() {
        assertThat(MailSettings.parse().rows()).isEqualTo(MailSettings.ROWS);
        assertThat(MailSettings.parse("sink").recipients(MailSettings.OF_AN_ISSUE))
                .isEqualTo(20_000);
        MailSettings some = MailSettings.parse("sink", "copies", "--pairs", "3", "--recipients", "10000");
        assertThat(some.rows()).containsExactly("sink", "copies");
        assertThat(some.pairs()).isEqualTo(3);
        assertThat(some.recipients(MailSettings.OF_AN_ISSUE)).isEqualTo(10_000);
        assertThatIllegalArgumentException().isThrownBy(() -> MailSettings.parse("sinks"));
        assertThatIllegalArgumentException().isThrownBy(() -> MailSettings.parse("--pairs", "0"));
        assertThatIllegalArgumentException()
                .as("ten thousand against ten thousand says nothing")
                .isThrownBy(() -> MailSettings.parse("memory", "--recipients", "10000"));
    }
}
