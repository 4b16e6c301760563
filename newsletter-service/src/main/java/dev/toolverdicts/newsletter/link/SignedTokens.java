package dev.toolverdicts.newsletter.link;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tokens that no table knows: a million recipients need no million rows, and a link in an old mail still works.
@Component
public class SignedTokens {

    private static final int ID = 16;
    private static final int SEAL = 32;

    private final LinkKeys keys;

    SignedTokens(LinkKeys keys) {
        this.keys = keys;
    }

    public String sign(Purpose purpose, Bearer bearer) {
        UUID issue = bearer.issueId();
        ByteBuffer content = ByteBuffer.allocate(issue == null ? ID : 2 * ID);
        put(content, bearer.subscriberId());
        if (issue != null) {
            put(content, issue);
        }
        byte[] seal = keys.seal(purpose.key(), content.array());
        byte[] token = ByteBuffer.allocate(content.capacity() + SEAL)
                .put(content.array())
                .put(seal)
                .array();
        return encoded(token);
    }

    private static String encoded(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// Empty when it is no token of ours for this purpose.
    public Optional<Bearer> read(Purpose purpose, String token) {
        byte[] bytes = decoded(token);
        // Written otherwise it is another text for the same bytes, and not what was signed.
        if (!hasLength(bytes.length) || !encoded(bytes).equals(token)) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - SEAL);
        byte[] seal = Arrays.copyOfRange(bytes, content.length, bytes.length);
        if (!MessageDigest.isEqual(seal, keys.seal(purpose.key(), content))) {
            return Optional.empty();
        }
        ByteBuffer ids = ByteBuffer.wrap(content);
        return Optional.of(new Bearer(id(ids), ids.hasRemaining() ? id(ids) : null));
    }

    private static boolean hasLength(int length) {
        return length == ID + SEAL || length == 2 * ID + SEAL;
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > 200 ? new byte[0] : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
