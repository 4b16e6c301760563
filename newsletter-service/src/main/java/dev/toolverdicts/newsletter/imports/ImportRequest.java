package dev.toolverdicts.newsletter.imports;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// @param key the `Idempotency-Key`, if there is one
/// @param fileHash of the file it came with
record ImportRequest(String actor, @Nullable String key, byte[] fileHash) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
