package dev.toolverdicts.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void theInnermostFailureIsNamed() {
        var failure = new IllegalStateException("outside", new ConnectException("refused"));

        assertThat(Cause.of(failure)).isEqualTo("ConnectException: refused");
        assertThat(Cause.of(new ConnectException())).isEqualTo("ConnectException");
    }

    @Test
    void aMessageCannotBreakItsLine() {
        var failure = new IllegalStateException("no \"access\"\r\n\tevent=made_up\u001b[1m");

        assertThat(Cause.of(failure)).isEqualTo("IllegalStateException: no 'access' event=made_up [1m");
        assertThat(Cause.of(new IllegalStateException("x".repeat(9000)))).hasSizeLessThan(400);
    }
}
