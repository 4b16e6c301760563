package dev.toolverdicts.platform.secrets;

import java.util.Base64;
import java.util.List;

/// Keys in a file: 32 bytes or more in base64, one a line. The first signs, all verify.
public final class KeyLines {

    private static final int LEAST_BYTES = 32;
    /// Each costs whoever verifies something that no key has signed.
    private static final int MOST = 8;

    private KeyLines() {}

    /// @throws IllegalArgumentException when a line is no key, or there are too many
    public static List<byte[]> read(List<String> lines) {
        if (lines.size() > MOST) {
            throw new IllegalArgumentException("more than %d keys: drop the oldest".formatted(MOST));
        }
        return lines.stream().map(KeyLines::key).toList();
    }

    private static byte[] key(String line) {
        byte[] key = decoded(line);
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a line is not 32 bytes of base64");
        }
        return key;
    }

    private static byte[] decoded(String line) {
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
