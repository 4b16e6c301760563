package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailPartTest {

    private static String wire(MailPart part, Map<String, byte[]> values) {
        var out = new ByteArrayOutputStream();
        part.write(out, values);
        return out.toString(US_ASCII);
    }

    private static String read(String wire) throws Exception {
        var decoded = MimeUtility.decode(new ByteArrayInputStream(wire.getBytes(US_ASCII)), "quoted-printable");
        return new String(decoded.readAllBytes(), UTF_8);
    }

    private static void assertFitForTheWire(String wire) {
        assertThat(wire.chars()).allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c <= '~'));
        assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
        for (String line : wire.split("\r\n", -1)) {
            assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotStartWith(".").doesNotEndWith(" ");
        }
    }

    @Test
    void anyTextIsReadAsItWasWritten() throws Exception {
        var random = new Random(4);
        String alphabet = "aB.= \t\n<>\"'–✓🙂\u0000\u007f_";
        int[] characters = alphabet.codePoints().toArray();
        for (int run = 0; run < 500; run++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(400); length > 0; length--) {
                text.appendCodePoint(characters[random.nextInt(characters.length)]);
            }

            String wire = wire(new MailPart(text.toString()), Map.of());

            assertFitForTheWire(wire);
            assertThat(read(wire)).isEqualTo(text.toString().replace("\n", "\r\n"));
        }
    }

    @Test
    void lineBreaksAreOneWhateverTheyWere() throws Exception {
        assertThat(read(wire(new MailPart("a\r\nb\nc"), Map.of()))).isEqualTo("a\r\nb\r\nc");
        assertThat(wire(new MailPart("a\rb"), Map.of())).isEqualTo("a=0Db");
    }

    @Test
    void holesAreFilledWhereverTheyAre() throws Exception {
        var part = new MailPart("{{a}} x{{b}}{{a}}\n{{b}}", Set.of("{{a}}", "{{b}}"));

        String wire = wire(
                part,
                Map.of(
                        "{{a}}", QuotedPrintable.encode("https://x?token=" + "t".repeat(90)),
                        "{{b}}", QuotedPrintable.encode(".")));

        assertFitForTheWire(wire);
        assertThat(read(wire)).isEqualTo("A x.A\r\n.".replace("A", "https://x?token=" + "t".repeat(90)));
    }

    @Test
    void aHoleWithoutAValueIsNoMail() {
        var part = new MailPart("{{a}}", Set.of("{{a}}"));

        assertThatThrownBy(() -> wire(part, Map.of())).isInstanceOf(NullPointerException.class);
    }
}
