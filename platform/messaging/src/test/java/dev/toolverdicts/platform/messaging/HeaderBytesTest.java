package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class HeaderBytesTest {

    @Test
    void everyHeaderComesBackAsItWas() {
        Headers headers = new RecordHeaders()
                .add("empty", new byte[0])
                .add("null", null)
                .add("binary", new byte[] {0, 1, (byte) 0xff})
                .add("twice", new byte[] {1})
                .add("twice", new byte[] {2})
                .add("", new byte[] {3})
                .add("nul\0and ünicode 😀", new byte[] {4});

        assertThat(HeaderBytes.read(HeaderBytes.write(headers))).isEqualTo(headers);
    }

    @Test
    void noHeadersAreNoBytes() {
        assertThat(HeaderBytes.write(new RecordHeaders())).isEmpty();
        assertThat(HeaderBytes.read(new byte[0])).isEmpty();
    }

    @Test
    void aNameLongerThan64KilobytesComesBack() {
        Headers headers = new RecordHeaders().add("n".repeat(70_000), new byte[] {1});

        assertThat(HeaderBytes.read(HeaderBytes.write(headers))).isEqualTo(headers);
    }

    @Test
    void aLargeValueComesBack() {
        byte[] value = new byte[200_000];
        new Random(1).nextBytes(value);
        Headers headers = new RecordHeaders().add("large", value);

        assertThat(HeaderBytes.read(HeaderBytes.write(headers))).isEqualTo(headers);
    }
}
