package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SignInIT extends WithSignIn {

    private static final String VOTE = "/api/v1/tools/a/vote";

    @Test
    void whoAsksForAPageOfTheDeskIsLedThroughTheProviderAndBack() {
        HttpResponse<String> asked = get(DESK, "Accept", "text/html");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(header(asked, "Location")).isEqualTo("/desk/sign-in?to=" + DESK);
        assertThat(NEWSLETTER.asked()).isEmpty();

        HttpResponse<String> begun = get(header(asked, "Location"));
        String query = URI.create(header(begun, "Location")).getQuery();
        assertThat(query)
                .contains("response_type=code", "code_challenge_method=S256", "client_id=gateway", "nonce=", "state=")
                .contains("redirect_uri=http://localhost:8080/desk/sign-in/callback");
        HttpResponse<String> back = callback(begun);

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(header(back, "Location")).isEqualTo(DESK);
        assertThat(back.headers().allValues("Set-Cookie"))
                .anySatisfy(set -> assertThat(set)
                        .startsWith("session=")
                        .contains("Path=/", "HTTPOnly", "SameSite=Lax")
                        .doesNotContain("Domain", "Max-Age", "Secure"))
                .anySatisfy(set -> assertThat(set).startsWith("sign-in=;").contains("Max-Age=0"));
        assertThat(counts(cookie(back, "session"))).isTrue();
    }

    @Test
    void theServiceGetsTheAccessTokenAndNothingOfTheSession() {
        String cookie = signedIn();

        get(DESK, "Cookie", "voter=v; " + cookie + "; a=b", "X-Form-Key", "mine");

        HttpHeaders seen = NEWSLETTER.asked().getFirst().headers();
        assertThat(seen.getAll("Authorization"))
                .singleElement()
                .satisfies(token -> assertThat(token).startsWith("Bearer access-"));
        assertThat(seen.getAll("Cookie")).containsExactly("voter=v; a=b");
        assertThat(seen.getAll("X-Form-Key"))
                .singleElement()
                .satisfies(key -> assertThat(key).hasSize(43).isNotEqualTo(cookie.split("=", 2)[1]));
    }

    @Test
    void nobodyElseSaysWhatTheFormKeyIs() {
        get("/weekly", "X-Form-Key", "mine");

        assertThat(NEWSLETTER.asked().getFirst().headers().contains("X-Form-Key"))
                .isFalse();
    }

    @Test
    void elsewhereTheCookieIsNotLookedAt() {
        String cookie = signedIn();

        get("/panel", "Cookie", cookie);
        get("/api/v1/votes?tools=a", "Cookie", cookie);
        get("/api/v1/tallies/stream?tools=a", "Cookie", cookie);
        ask("PUT", VOTE, BodyPublishers.ofString("{}"), "Cookie", cookie, "Content-Type", "application/json");
        // The long way.
        ask("PUT", VOTE, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2])), "Cookie", cookie);

        List<Backend> asked = List.of(CATALOG_1, CATALOG_2, VOTE_ACCEPT_1, VOTE_ACCEPT_2, VOTE_QUERY);
        assertThat(asked.stream().flatMap(backend -> backend.asked().stream()))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.headers().names()).doesNotContain("Authorization", "Cookie"));
    }

    @Test
    void aTokenOfOnesOwnIsTakenAsItIs() {
        get(DESK, "Cookie", signedIn(), "Authorization", "Bearer mine");

        assertThat(NEWSLETTER.asked().getFirst().headers().get("Authorization")).isEqualTo("Bearer mine");
    }

    @Test
    void programsAreToldByTheService() {
        assertThat(get(DESK).statusCode()).isEqualTo(200);
        assertThat(get(DESK, "Accept", "application/json").statusCode()).isEqualTo(200);
        assertThat(NEWSLETTER.asked())
                .hasSize(2)
                .allSatisfy(asked ->
                        assertThat(asked.headers().contains("Authorization")).isFalse());
    }

    /// Browsers let no form end at another site.
    @Test
    void whoSendsAFormThatAsksFindsTheWayInOnAPage() {
        assertThat(header(get(DESK + "?q=a", "Accept", "text/html"), "Location"))
                .isEqualTo("/desk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /desk | GET, HEAD",
                "POST | /desk/sign-in | GET",
                "HEAD | /desk/sign-in/callback | GET",
                "GET | /desk/sign-out | POST",
            })
    void otherMethodsAreNotAllowed(String method, String path, String allowed) {
        HttpResponse<String> answer = ask(method, path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo(allowed);
    }

    @Test
    void theDeskShowsWhoIsSignedInAndWhereTheyMayGo() {
        HttpResponse<String> before = get("/desk");
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.body()).contains("href=\"/desk/sign-in\"").doesNotContain("Sign out");
        assertThat(before.headers().allValues("Set-Cookie")).isEmpty();

        HttpResponse<String> desk = get("/desk", "Cookie", signedIn());
        assertThat(desk.body())
                .contains("Ada &lt;b&gt;", "href=\"/desk/newsletter\"", "Sign out")
                .doesNotContain("{{", "<b>");
        assertThat(header(desk, "Cache-Control")).contains("no-store");

        PROVIDER.scope = "openid vote:moderate";
        assertThat(get("/desk", "Cookie", signedIn()).body())
                .contains("href=\"/desk/votes\"")
                .doesNotContain("href=\"/desk/newsletter\"", "href=\"/desk/reviews\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/desk/../panel",
                "/desk/%5cevil",
                "/deskX",
                "/desk/sign-out",
                "/desk//evil.example"
            })
    void nobodyIsSentToAnotherSiteAfterwards(String target) {
        HttpResponse<String> begun =
                get("/desk/sign-in?to=" + java.net.URLEncoder.encode(target, StandardCharsets.UTF_8));

        assertThat(header(callback(begun), "Location")).isEqualTo("/desk");
    }

    @Test
    void anAnswerForSomebodyElsesSignInSignsNobodyIn() {
        HttpResponse<String> attackers = begin();
        HttpResponse<String> victims = begin();
        String answer = wayBack(attackers);

        assertThat(get(answer).statusCode()).isEqualTo(400);
        HttpResponse<String> mixed = get(answer, "Cookie", cookie(victims, "sign-in"));
        assertThat(mixed.statusCode()).isEqualTo(400);
        assertThat(mixed.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(get(answer, "Cookie", cookie(attackers, "sign-in") + "x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeCountsOnce() {
        HttpResponse<String> begun = begin();
        String answer = wayBack(begun);

        assertThat(get(answer, "Cookie", cookie(begun, "sign-in")).statusCode()).isEqualTo(303);
        assertThat(get(answer, "Cookie", cookie(begun, "sign-in")).statusCode()).isEqualTo(400);
    }

    static List<Consumer<IdentityServer>> liars() {
        return List.of(
                provider -> provider.signsWithAnotherKey = true,
                provider -> provider.audience = "another-client",
                provider -> provider.nonce = "another-nonce");
    }

    @ParameterizedTest
    @MethodSource("liars")
    void anIdTokenThatIsNotForThisSignInSignsNobodyIn(Consumer<IdentityServer> lie) {
        lie.accept(PROVIDER);

        HttpResponse<String> back = callback(begin());

        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(back.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("session="));
    }

    @Test
    void aFloodOfCodesDoesNotReachTheProviderAtOnce() {
        List<HttpResponse<String>> begun =
                IntStream.range(0, 24).mapToObj(_ -> begin()).toList();
        List<String> answers = begun.stream().map(this::wayBack).toList();
        PROVIDER.millis = 1000;

        List<Integer> statuses = IntStream.range(0, begun.size())
                .mapToObj(i -> client.sendAsync(
                        request(
                                        "GET",
                                        answers.get(i),
                                        BodyPublishers.noBody(),
                                        "Cookie",
                                        cookie(begun.get(i), "sign-in"))
                                .build(),
                        BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(answer -> answer.join().statusCode())
                .toList();

        assertThat(statuses).contains(303, 503).containsOnly(303, 503);
        assertThat(PROVIDER.mostTrading()).isLessThanOrEqualTo(16);
    }

    @Test
    void aProviderThatIsAwayIsSaidToBe(CapturedOutput output) {
        HttpResponse<String> begun = begin();
        PROVIDER.isAway = true;

        HttpResponse<String> back = callback(begun);

        assertThat(back.statusCode()).isEqualTo(503);
        assertThat(header(back, "Retry-After")).isNotEmpty();
        assertThat(output)
                .containsPattern("event=identity_provider_failed cause=\"[A-Za-z0-9]+: [^\"]+\"")
                .doesNotContain("\tat ");
    }
}
