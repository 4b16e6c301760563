package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Spans.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /// A message by hand: fields with a length, a number and a fixed one among them, as exporters send.
    private static byte[] field(int number, byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        var field = new ByteArrayOutputStream();
        field.write((number << 3) | 2);
        int length = all.size();
        while (length > 0x7f) {
            field.write((length & 0x7f) | 0x80);
            length >>>= 7;
        }
        field.write(length);
        field.write(all.toByteArray());
        return field.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSpanIsReadWithItsProcess() throws IOException {
        byte[] other = field(1, field(1, text("process.pid")), field(2, new byte[] {3 << 3, 7}));
        byte[] service = field(1, field(1, text("service.name")), field(2, field(1, text("gateway"))));
        byte[] start = {(7 << 3) | 1, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] span = field(
                2,
                field(1, HexFormat.of().parseHex(TRACE)),
                field(2, new byte[8]),
                field(5, text("PUT " + "x".repeat(200))),
                start);
        Spans spans = Spans.open("1");

        spans.read(field(1, field(1, other, service), field(2, field(1, field(1, text("scope"))), span)));

        assertThat(spans.of(TRACE)).containsExactly(new Span("gateway", "PUT " + "x".repeat(200)));
        assertThat(spans.of("another")).isEmpty();
        assertThat(spans.settings()).containsEntry("TELEMETRY_TRACES_SAMPLED", "1");
    }
}
