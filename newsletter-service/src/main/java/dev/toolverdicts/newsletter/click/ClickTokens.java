package dev.toolverdicts.newsletter.click;

import dev.toolverdicts.newsletter.link.LinkKeys;
import dev.toolverdicts.newsletter.link.SealedTokens;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Names a link of a mail so that nobody can make one up: what is counted was mailed, and what is redirected to is
/// ours.
@Component
class ClickTokens {

    private static final String PURPOSE = "click";
    private static final int CONTENT = 16 + Click.VISITOR + 2;
    private static final int SEAL = 16;

    private final LinkKeys keys;
    private final SealedTokens tokens;

    ClickTokens(LinkKeys keys, SealedTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
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
        return tokens.seal(PURPOSE, content, SEAL);
    }

    /// Empty when it is none of ours.
    Optional<Click> read(String token) {
        return tokens.open(PURPOSE, token, SEAL)
                .filter(content -> content.length == CONTENT)
                .map(ClickTokens::click);
    }

    private static Click click(byte[] content) {
        ByteBuffer parts = ByteBuffer.wrap(content);
        UUID issue = new UUID(parts.getLong(), parts.getLong());
        byte[] visitor = new byte[Click.VISITOR];
        parts.get(visitor);
        return new Click(issue, visitor, parts.getShort());
    }
}
