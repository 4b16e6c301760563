package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.link.Bearer;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.link.SignedTokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Knows a caller of the API by the token of the alerts' page, sent as `X-Subscriber-Token`: an address would stand
/// in logs.
@Component
class Subscriber {

    static final String HEADER = "X-Subscriber-Token";

    private final SignedTokens tokens;

    Subscriber(SignedTokens tokens) {
        this.tokens = tokens;
    }

    UUID of(@Nullable String token) {
        if (token == null) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        return tokens.read(Purpose.ALERTS, token)
                .map(Bearer::subscriberId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
