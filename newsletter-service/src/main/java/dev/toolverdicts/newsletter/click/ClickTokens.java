package dev.toolverdicts.newsletter.click;

import dev.toolverdicts.newsletter.link.LinkKeys;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Names a link of a mail so that nobody can make one up: what is counted was mailed, and what is redirected to is
/// ours.
@Component
class ClickTokens {

    private static final int CONTENT = 16 + Click.VISITOR + 2;
    private static final int SEAL = 16;

    private final LinkKeys keys;

    ClickTokens(LinkKeys keys) {
        this.keys = keys;
    }

    byte[] visitor(UUID issueId, UUID subscriberId) {
        return Arrays.copyOf(keys.seal("click-visitor", issueId + "\n" + subscriberId), Click.VISITOR);
    }

    String sign(Click click) {
        byte[] content = ByteBuffer.allocate(CONTENT)
                .putLong(click.issueId().getMostSignificantBits())
                .putLong(click.issueId().getLeastSignificantBits())
                .put(click.visitor())
                .putShort((short) click.link())
                .array();
        byte[] token = ByteBuffer.allocate(CONTENT + SEAL)
                .put(content)
                .put(seal(content))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// Empty when it is none of ours.
    Optional<Click> read(String token) {
        byte[] bytes = decoded(token);
        if (bytes.length != CONTENT + SEAL) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT);
        if (!MessageDigest.isEqual(seal(content), Arrays.copyOfRange(bytes, CONTENT, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(content);
        UUID issue = new UUID(parts.getLong(), parts.getLong());
        byte[] visitor = new byte[Click.VISITOR];
        parts.get(visitor);
        return Optional.of(new Click(issue, visitor, parts.getShort()));
    }

    private byte[] seal(byte[] content) {
        return Arrays.copyOf(keys.seal("click", content), SEAL);
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > 100 ? new byte[0] : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
