package dev.toolverdicts.newsletter.link;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tokens that no table knows: a million recipients need no million rows, and a link in an old mail still works.
@Component
public class SignedTokens {

    private static final int ID = 16;
    private static final int SEAL = 32;

    private final SealedTokens tokens;

    SignedTokens(SealedTokens tokens) {
        this.tokens = tokens;
    }

    public String sign(Purpose purpose, Bearer bearer) {
        UUID issue = bearer.issueId();
        ByteBuffer content = ByteBuffer.allocate(issue == null ? ID : 2 * ID);
        put(content, bearer.subscriberId());
        if (issue != null) {
            put(content, issue);
        }
        return tokens.seal(purpose.key(), content.array(), SEAL);
    }

    /// Empty when it is no token of ours for this purpose.
    public Optional<Bearer> read(Purpose purpose, String token) {
        return tokens.open(purpose.key(), token, SEAL)
                .filter(content -> content.length == ID || content.length == 2 * ID)
                .map(ByteBuffer::wrap)
                .map(ids -> new Bearer(id(ids), ids.hasRemaining() ? id(ids) : null));
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
