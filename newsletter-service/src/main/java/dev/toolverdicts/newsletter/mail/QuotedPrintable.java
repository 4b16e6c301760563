package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// Text as RFC 2045, section 6.7, writes it: readable where it is ASCII, in lines that no server breaks.
final class QuotedPrintable {

    private static final int LONGEST = 75;
    private static final byte[] SOFT_BREAK = "=\r\n".getBytes(US_ASCII);
    private static final byte[] CRLF = "\r\n".getBytes(US_ASCII);
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);

    private final ByteArrayOutputStream out;
    private int column;

    private QuotedPrintable(int length) {
        out = new ByteArrayOutputStream(length + length / 16 + 16);
    }

    /// Begins a line of its own.
    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        var encoder = new QuotedPrintable(bytes.length);
        encoder.write(bytes);
        return encoder.out.toByteArray();
    }

    /// Between two pieces that were encoded apart and belong to one line.
    static void join(ByteArrayOutputStream pieces) {
        pieces.writeBytes(SOFT_BREAK);
    }

    private void write(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                continue;
            }
            if (bytes[i] == '\n') {
                out.writeBytes(CRLF);
                column = 0;
            } else {
                write(bytes[i], isLast(bytes, i));
            }
        }
    }

    private static boolean isLast(byte[] bytes, int i) {
        return i + 1 == bytes.length || bytes[i + 1] == '\n' || bytes[i + 1] == '\r';
    }

    private void write(byte character, boolean last) {
        boolean plain = isPlain(character, last);
        int width = plain ? 1 : 3;
        if (column + width > LONGEST) {
            out.writeBytes(SOFT_BREAK);
            column = 0;
        }
        // A dot that begins a line is the protocol's.
        if (plain && !(character == '.' && column == 0)) {
            out.write(character);
            column++;
        } else {
            out.write('=');
            out.write(HEX[(character >> 4) & 0xf]);
            out.write(HEX[character & 0xf]);
            column += 3;
        }
    }

    /// @param last whether the line ends after it, where a server may cut off a space
    private static boolean isPlain(byte character, boolean last) {
        return (character > ' ' && character <= '~' && character != '=') || (character == ' ' && !last);
    }
}
