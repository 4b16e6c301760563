package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What browsers keep: the id of a session and, while they sign in, that sign-in. Only this site's own
/// server gets to see them; `Lax`, because the way back from the provider comes from another site.
final class SessionCookies {

    private static final byte[] SIGN_IN = Secrets.hash("sign-in");

    private final boolean secure;
    private final String session;
    private final String signIn;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    SessionCookies(SiteSettings site, Seal seal, JsonMapper json, Clock clock) {
        this.secure = site.isSecure();
        String prefix = secure ? "__Host-" : "";
        this.session = prefix + "session";
        this.signIn = prefix + "sign-in";
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /// Looks at nothing of a request that names no such cookie.
    boolean mayHaveSession(ServerHttpRequest request) {
        for (String line : request.getHeaders().getOrEmpty(HttpHeaders.COOKIE)) {
            if (line.contains(session)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    SessionId session(ServerHttpRequest request) {
        return SessionId.of(only(request.getCookies().get(session)));
    }

    /// Null for none, for one that is too old, and for what this site has not sealed.
    @Nullable
    SignIn signIn(ServerHttpRequest request) {
        String sent = only(request.getCookies().get(signIn));
        try {
            byte[] content =
                    sent == null ? null : seal.open(Base64.getUrlDecoder().decode(sent), SIGN_IN);
            SignIn begun = content == null ? null : json.readValue(content, SignIn.class);
            return begun == null || begun.until().isBefore(clock.instant()) ? null : begun;
        } catch (IllegalArgumentException | JacksonException _) {
            return null;
        }
    }

    /// Two of a name: one of them comes from somebody who may not set it.
    private static @Nullable String only(@Nullable List<HttpCookie> sent) {
        return sent == null || sent.size() != 1 ? null : sent.getFirst().getValue();
    }

    ResponseCookie of(SessionId id) {
        return cookie(session, id.text()).build();
    }

    ResponseCookie of(SignIn begun, Duration within) {
        return cookie(signIn, Secrets.text(seal.seal(json.writeValueAsBytes(begun), SIGN_IN)))
                .maxAge(within)
                .build();
    }

    ResponseCookie noSession() {
        return cookie(session, "").maxAge(0).build();
    }

    ResponseCookie noSignIn() {
        return cookie(signIn, "").maxAge(0).build();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }
}
