package dev.toolverdicts.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import tools.jackson.databind.json.JsonMapper;

class SessionCookiesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void withHttpsTheyAreForThisHostAndForSecureConnectionsOnly() {
        SessionCookies cookies = cookies("https://example.org", NOW);

        for (ResponseCookie cookie : List.of(
                cookies.of(SessionId.fresh()),
                cookies.of(SignIn.to("/desk", NOW), TEN_MINUTES),
                cookies.noSession(),
                cookies.noSignIn())) {
            assertThat(cookie.getName()).startsWith("__Host-");
            assertThat(cookie.toString())
                    .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                    .doesNotContain("Domain");
        }
    }

    @Test
    void aSignInComesBackAsItWasUntilItIsTooOld() {
        SignIn begun = SignIn.to("/desk/a", NOW.plus(TEN_MINUTES));
        ResponseCookie cookie = cookies("http://localhost", NOW).of(begun, TEN_MINUTES);
        var request = MockServerHttpRequest.get("/")
                .cookie(new HttpCookie(cookie.getName(), cookie.getValue()))
                .build();

        assertThat(cookies("http://localhost", NOW.plus(TEN_MINUTES)).signIn(request))
                .isEqualTo(begun);
        assertThat(cookies("http://localhost", NOW.plus(TEN_MINUTES).plusMillis(1))
                        .signIn(request))
                .isNull();
        assertThat(cookie.getValue()).doesNotContain(begun.state(), begun.verifier());
        assertThat(begun.toString()).doesNotContain(begun.state(), begun.verifier(), begun.nonce());
    }

    private static SessionCookies cookies(String site, Instant now) {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new SessionCookies(
                new SiteSettings(URI.create(site), "Site", "/site.css"),
                new Seal(() -> Seal.keys(List.of(key))),
                JsonMapper.builder().build(),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
