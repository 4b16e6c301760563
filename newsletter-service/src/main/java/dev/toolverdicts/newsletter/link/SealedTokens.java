package dev.toolverdicts.newsletter.link;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Bytes with a seal behind them, as text for an address. Whoever has no key can make none up. A token
/// is good until the key that has signed it is retired.
@Component
public class SealedTokens {

    private static final int LONGEST = 200;

    private final LinkKeys keys;

    SealedTokens(LinkKeys keys) {
        this.keys = keys;
    }

    /// @param seal how many bytes of it, up to 32
    public String seal(String purpose, byte[] content, int seal) {
        return encoded(ByteBuffer.allocate(content.length + seal)
                .put(content)
                .put(keys.sign(purpose, content), 0, seal)
                .array());
    }

    /// The content; empty when it was not sealed here for this purpose.
    ///
    /// @param seal as it was made with
    public Optional<byte[]> open(String purpose, String token, int seal) {
        byte[] bytes = decoded(token);
        // Written otherwise it is another text for the same bytes, and not what was signed.
        if (bytes.length <= seal || !encoded(bytes).equals(token)) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - seal);
        byte[] given = Arrays.copyOfRange(bytes, content.length, bytes.length);
        return keys.verify(purpose, content, given) ? Optional.of(content) : Optional.empty();
    }

    private static String encoded(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
