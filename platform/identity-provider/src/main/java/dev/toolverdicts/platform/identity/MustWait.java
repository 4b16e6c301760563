package dev.toolverdicts.platform.identity;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/// Somebody has guessed too often; no password is looked at for a while.
final class MustWait extends AccountStatusException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long seconds;

    MustWait(Duration wait) {
        this(wait.plusMillis(999).toSeconds());
    }

    private MustWait(long seconds) {
        super("Too many wrong passwords for this name. Wait %d seconds, then try again.".formatted(seconds));
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
