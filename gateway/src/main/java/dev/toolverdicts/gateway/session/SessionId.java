package dev.toolverdicts.gateway.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a browser holds of a session. The store knows only its hash, so whoever reads the store
/// can be nobody.
record SessionId(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionId fresh() {
        return new SessionId(Secrets.random());
    }

    /// Null for what was never one.
    static @Nullable SessionId of(@Nullable String cookie) {
        return cookie != null && FORM.matcher(cookie).matches() ? new SessionId(cookie) : null;
    }

    byte[] hash() {
        return Secrets.hash("session " + text);
    }

    /// The secret of the forms on this session's pages. It stays the same when the access token is
    /// replaced, or a page that was open for long could not be sent any more.
    String formKey() {
        return Secrets.text(Secrets.hash("form " + text));
    }

    @Override
    public String toString() {
        return "a session's id";
    }
}
