package dev.toolverdicts.gateway.key;

import dev.toolverdicts.gateway.session.Secrets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a program sends. It begins in a way that those who search for secrets in the open can
/// recognise.
///
/// @param text the key itself: never stored, never logged
record KeyText(String text) {

    private static final String BEGINNING = "tv_";
    private static final Pattern FORM = Pattern.compile("tv_[A-Za-z0-9_-]{43}");
    private static final int HINT = 8;

    static KeyText fresh() {
        return new KeyText(BEGINNING + Secrets.random());
    }

    /// Empty for what was never one.
    static Optional<KeyText> of(String sent) {
        return FORM.matcher(sent).matches() ? Optional.of(new KeyText(sent)) : Optional.empty();
    }

    /// Random enough to need no salt, and nobody tries out 256 bits.
    byte[] hash() {
        return Secrets.hash("key " + text);
    }

    String digest() {
        return HexFormat.of().formatHex(hash());
    }

    /// By which its owner recognises it; five random characters lead nobody to the rest.
    String hint() {
        return text.substring(0, HINT);
    }

    @Override
    public String toString() {
        return "a key";
    }
}
