package dev.toolverdicts.platform.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Bytes as a person can look at them.
///
/// @param size how many there are
/// @param text what they say as UTF-8; null when they are none
/// @param hex the same in hexadecimal
/// @param cut whether text and hex stop before the end
public record Bytes(int size, @Nullable String text, String hex, boolean cut) {

    static final int SHOWN = 16 * 1024;

    static @Nullable Bytes of(byte @Nullable [] all) {
        if (all == null) {
            return null;
        }
        byte[] shown = all.length <= SHOWN ? all : Arrays.copyOf(all, SHOWN);
        return new Bytes(all.length, text(all), HexFormat.of().formatHex(shown), shown.length < all.length);
    }

    private static @Nullable String text(byte[] all) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(all))
                    .toString();
            return beginning(text, SHOWN);
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    /// Of a text, so many characters at most; never half of one, which nobody could send on.
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
