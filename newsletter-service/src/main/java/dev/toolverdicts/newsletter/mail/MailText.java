package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Text in a header: either plain ASCII as it is, or encoded words, which cannot hold a line break.
public final class MailText {

    /// An encoded word may have 75 characters; 45 bytes become 60.
    private static final int WORD = 45;

    private MailText() {}

    /// For text that a program wrote.
    ///
    /// @throws IllegalArgumentException when it is not printable ASCII
    static String header(String text) {
        if (!isPrintable(text)) {
            throw new IllegalArgumentException("a header must be printable ASCII");
        }
        return text;
    }

    /// For text that a person wrote, such as a subject.
    ///
    /// @throws IllegalArgumentException when it holds control characters
    static String words(String text) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control characters in a subject");
        }
        return isPrintable(text) && !text.contains("=?") && text.length() < 900 ? text : encoded(text);
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        int bytes = 0;
        for (int c : text.codePoints().toArray()) {
            int more = Character.toString(c).getBytes(UTF_8).length;
            if (bytes + more > WORD) {
                words.add(word.toString());
                word.setLength(0);
                bytes = 0;
            }
            word.appendCodePoint(c);
            bytes += more;
        }
        words.add(word.toString());
        return String.join("\r\n ", words.stream().map(MailText::word).toList());
    }

    private static String word(String text) {
        byte[] base64 = Base64.getEncoder().encode(text.getBytes(UTF_8));
        return "=?UTF-8?B?" + new String(base64, StandardCharsets.US_ASCII) + "?=";
    }
}
