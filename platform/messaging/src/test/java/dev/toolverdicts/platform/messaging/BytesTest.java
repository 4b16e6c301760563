package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void textIsShownAsTextAndAsBytes() {
        assertThat(Bytes.of("{é}".getBytes(UTF_8))).isEqualTo(new Bytes(4, "{é}", "7bc3a97d", false));
    }

    @Test
    void whatIsNoTextIsShownAsBytesAlone() {
        assertThat(Bytes.of(new byte[] {0, (byte) 0xff})).isEqualTo(new Bytes(2, null, "00ff", false));
    }

    @Test
    void nothingIsNothing() {
        assertThat(Bytes.of(null)).isNull();
        assertThat(Bytes.of(new byte[0])).isEqualTo(new Bytes(0, "", "", false));
    }

    @Test
    void noCharacterIsCutInHalf() {
        String text = "x".repeat(Bytes.SHOWN - 1) + "\uD83D\uDE00";

        assertThat(Bytes.of(text.getBytes(UTF_8)).text()).isEqualTo("x".repeat(Bytes.SHOWN - 1));
        assertThat(Bytes.beginning("\uD83D\uDE00", 2)).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void muchIsCutAndSaysSo() {
        Bytes much = Bytes.of("x".repeat(Bytes.SHOWN + 1).getBytes(UTF_8));

        assertThat(much.cut()).isTrue();
        assertThat(much.size()).isEqualTo(Bytes.SHOWN + 1);
        assertThat(much.text()).hasSize(Bytes.SHOWN);
        assertThat(much.hex()).hasSize(2 * Bytes.SHOWN);
    }
}
