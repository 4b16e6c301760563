package dev.toolverdicts.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class RefreshIT extends WithSignIn {

    /// Over before any request can use it.
    private static final int OVER = 1;

    /// Due, and good for a while.
    private static final int DUE = 50;

    private static final int PLENTY = 600;

    @Test
    void aTokenIsReplacedBeforeItEnds() {
        PROVIDER.accessSeconds = DUE;
        String cookie = signedIn();
        PROVIDER.accessSeconds = PLENTY;

        String first = token(cookie);
        assertThat(token(cookie)).isEqualTo(first);
        assertThat(PROVIDER.refreshes()).isEqualTo(1);
    }

    @Test
    void manyRequestsAtTwoCopiesRefreshOnce() {
        PROVIDER.accessSeconds = OVER;
        String cookie = signedIn();
        PROVIDER.accessSeconds = PLENTY;
        PROVIDER.millis = 300;

        List<Integer> answers = atOnce(cookie, Other.PORT, 12);

        assertThat(answers).containsOnly(200);
        assertThat(PROVIDER.refreshes()).isEqualTo(1);
        assertThat(PROVIDER.reuses()).isZero();
        assertThat(NEWSLETTER.asked())
                .hasSize(24)
                .extracting(asked -> asked.headers().get("Authorization"))
                .containsOnly(NEWSLETTER.asked().getFirst().headers().get("Authorization"))
                .doesNotContainNull();
    }

    @Test
    void whileOneRefreshesTheOthersGoOnWithTheOldToken() {
        PROVIDER.accessSeconds = DUE;
        String cookie = signedIn();
        PROVIDER.accessSeconds = PLENTY;
        PROVIDER.millis = 300;

        List<Integer> answers = atOnce(cookie, port(), 6);

        assertThat(answers).containsOnly(200);
        assertThat(PROVIDER.refreshes()).isEqualTo(1);
        assertThat(PROVIDER.reuses()).isZero();
        assertThat(NEWSLETTER.asked())
                .extracting(asked -> asked.headers().get("Authorization"))
                .doesNotContainNull();
    }

    @Test
    void aSessionThatTheProviderHasEndedEndsHere() {
        PROVIDER.accessSeconds = DUE;
        String cookie = signedIn();
        PROVIDER.refusesRefresh = true;

        assertThat(counts(cookie)).isFalse();
        PROVIDER.refusesRefresh = false;
        assertThat(counts(cookie)).isFalse();
    }

    @Test
    void aProviderThatIsAwayEndsNothing() {
        PROVIDER.accessSeconds = DUE;
        String due = signedIn();
        PROVIDER.accessSeconds = OVER;
        String over = signedIn();
        PROVIDER.accessSeconds = PLENTY;
        PROVIDER.isAway = true;

        assertThat(counts(due)).isTrue();
        assertThat(get(DESK, "Cookie", over).statusCode()).isEqualTo(503);
        PROVIDER.isAway = false;
        assertThat(counts(over)).isTrue();
        assertThat(counts(due)).isTrue();
    }

    /// Some providers sign out by the newest alone.
    @Test
    void whoSignsOutIsNamedByTheNewestIdToken() {
        PROVIDER.accessSeconds = DUE;
        String cookie = signedIn();
        String first = PROVIDER.newestIdToken();
        PROVIDER.accessSeconds = PLENTY;
        assertThat(counts(cookie)).isTrue();
        assertThat(PROVIDER.newestIdToken()).isNotEqualTo(first);

        assertThat(header(signOut(cookie, formToken(cookie)), "Refresh"))
                .contains("id_token_hint=" + PROVIDER.newestIdToken() + "&");
    }

    @Test
    void aBrowserThatGoesAwayDoesNotCutARefresh() throws IOException {
        PROVIDER.accessSeconds = OVER;
        String cookie = signedIn();
        PROVIDER.accessSeconds = PLENTY;
        PROVIDER.millis = 500;

        try (var browser = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
            browser.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n"
                            .formatted(DESK, cookie)
                            .getBytes(US_ASCII));
            await().until(() -> PROVIDER.refreshes() == 1);
        }

        assertThat(counts(cookie)).isTrue();
        assertThat(PROVIDER.refreshes()).isEqualTo(1);
    }

    @Test
    void signingOutNeedsNoProvider() {
        PROVIDER.accessSeconds = OVER;
        String cookie = signedIn();
        PROVIDER.isAway = true;
        assertThat(get(DESK, "Cookie", cookie).statusCode()).isEqualTo(503);

        assertThat(signOut(cookie, formToken(cookie)).statusCode()).isEqualTo(200);
        assertThat(counts(cookie)).isFalse();
    }

    @Test
    void aSessionThatCannotBeRefreshedBarsNobodyFromSigningInAgain() {
        PROVIDER.accessSeconds = OVER;
        String stuck = signedIn();
        PROVIDER.accessSeconds = PLENTY;
        PROVIDER.failsRefresh = true;
        assertThat(get(DESK, "Cookie", stuck).statusCode()).isEqualTo(503);

        assertThat(counts(signedIn("Cookie", stuck))).isTrue();
    }

    private String token(String cookie) {
        NEWSLETTER.reset();
        get(DESK, "Cookie", cookie);
        return NEWSLETTER.asked().getFirst().headers().get("Authorization");
    }

    private List<Integer> atOnce(String cookie, int otherPort, int each) {
        NEWSLETTER.reset();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (int port : otherPort == port() ? new int[] {otherPort} : new int[] {port(), otherPort}) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + DESK))
                        .header("Cookie", cookie)
                        .build();
                answers.add(client.sendAsync(request, BodyHandlers.ofString()));
            }
        }
        return answers.stream().map(answer -> answer.join().statusCode()).toList();
    }

    /// Another copy of the gateway, with the same store and the same keys. It lives as long as the
    /// tests: all copies in one JVM share their threads, and the first to stop takes them along.
    private static final class Other {

        static final int PORT = start();

        private static int start() {
            Stream<String> own = Stream.of("server.port=0", "NEWSLETTER_SERVICE_URLS=" + NEWSLETTER.url());
            Stream<String> shared =
                    SETTINGS.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue());
            return new SpringApplicationBuilder(GatewayApplication.class)
                    .run(Stream.concat(own, shared)
                            .map(setting -> "--" + setting)
                            .toArray(String[]::new))
                    .getEnvironment()
                    .getRequiredProperty("local.server.port", Integer.class);
        }
    }
}
