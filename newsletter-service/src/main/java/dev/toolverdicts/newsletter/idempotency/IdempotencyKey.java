package dev.toolverdicts.newsletter.idempotency;

import dev.toolverdicts.platform.web.InvalidInput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header that makes a request safe to repeat.
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");

    private IdempotencyKey() {}

    /// @param header as it came
    /// @return null without a header: such a request is done each time
    public static @Nullable KeyedRequest of(@Nullable String header, String kind, String caller, byte[] fingerprint) {
        if (header == null) {
            return null;
        }
        if (!KEY.matcher(header).matches()) {
            throw InvalidInput.ofHeader(HEADER, "must have 1 to 255 printable ASCII characters");
        }
        return new KeyedRequest(kind, caller, header, fingerprint);
    }
}
