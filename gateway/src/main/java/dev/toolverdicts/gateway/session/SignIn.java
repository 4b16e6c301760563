package dev.toolverdicts.gateway.session;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sign-in under way. The browser keeps it, sealed: the store must not fill with what strangers begin.
///
/// @param state comes back with the answer, so that nobody is signed in by somebody else's link
/// @param nonce comes back in the ID token, so that an answer counts once
/// @param verifier proves that who asks for the tokens is who began (PKCE)
/// @param target where to go afterwards
record SignIn(String state, String nonce, String verifier, String target, Instant until) {

    static final String HOME = "/desk";

    /// Paths of pages of this site's desk and nothing else: no other site, and no query.
    private static final Pattern TARGET = Pattern.compile("/desk(/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}){0,10}");

    static SignIn to(@Nullable String target, Instant until) {
        return new SignIn(
                Secrets.random(),
                Secrets.random(),
                Secrets.random(),
                target != null && isTarget(target) ? target : HOME,
                until);
    }

    /// The way in that ends at a page, or at the desk where that is no page of it.
    ///
    /// @param page its path, null when it is not known
    static String leadingTo(@Nullable String page) {
        return page == null || page.equals(HOME) || !isTarget(page)
                ? SessionRoutes.SIGN_IN
                : SessionRoutes.SIGN_IN + "?to=" + page;
    }

    private static boolean isTarget(String path) {
        return TARGET.matcher(path).matches() && !SessionRoutes.isOwn(path);
    }

    @Override
    public String toString() {
        return "a sign-in to " + target;
    }
}
