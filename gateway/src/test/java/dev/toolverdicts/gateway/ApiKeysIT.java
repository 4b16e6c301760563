package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// An operator gives a program a key, and takes it back.
@ExtendWith(OutputCaptureExtension.class)
class ApiKeysIT extends WithSignIn {

    private static final String KEYS = "/desk/keys";
    private static final String READ = "/api/v1/critics";
    private static final Pattern KEY = Pattern.compile("<code>(tv_[A-Za-z0-9_-]{43})</code>");
    private static final Pattern REVOKE = Pattern.compile("action=\"(/desk/keys/[0-9]+/revoke)\"");

    private String operator = "";

    @BeforeEach
    void anOperatorIsSignedIn() {
        PROVIDER.scope = "openid ops";
        operator = signedIn();
    }

    private HttpResponse<String> send(String path, String cookie, String form) {
        return ask(
                "POST",
                path,
                BodyPublishers.ofString(form),
                "Cookie",
                cookie,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin");
    }

    private HttpResponse<String> make(String name, String tier) {
        return send(
                KEYS,
                operator,
                "formToken=" + formToken(operator) + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        + "&tier=" + tier);
    }

    private String made(String name) {
        HttpResponse<String> answer = make(name, "standard");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        Matcher key = KEY.matcher(answer.body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private HttpResponse<String> takeBackTheNewest() {
        Matcher revoke = REVOKE.matcher(get(KEYS, "Cookie", operator).body());
        assertThat(revoke.find()).isTrue();
        return send(revoke.group(1), operator, "formToken=" + formToken(operator));
    }

    private static void assertIsRefused(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("https://toolverdicts.dev/problems/" + type);
        assertThat(header(answer, "RateLimit-Limit")).isNotEmpty();
    }

    @Test
    void aKeyReadsMoreThanANetworkAndReachesNoService() {
        String key = made("A program");

        HttpResponse<String> nobody = get(READ);
        HttpResponse<String> first = get(READ, "X-Api-Key", key);
        HttpResponse<String> second = get(READ, "Authorization", "ApiKey " + key);

        assertThat(header(nobody, "RateLimit-Limit")).isEqualTo("40");
        assertThat(header(nobody, "RateLimit-Remaining")).isEqualTo("39");
        assertThat(header(first, "RateLimit-Limit")).isEqualTo("50");
        assertThat(header(first, "RateLimit-Remaining")).isEqualTo("49");
        assertThat(header(second, "RateLimit-Remaining"))
                .as("from another network")
                .isEqualTo("48");
        assertThat(Integer.parseInt(header(second, "RateLimit-Reset"))).isPositive();
        assertThat(REVIEW.asked())
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.headers().names())
                        .noneMatch(
                                name -> name.equalsIgnoreCase("X-Api-Key") || name.equalsIgnoreCase("Authorization")));
    }

    @Test
    void aKeyThatIsUsedUpSaysWhenToGoOn() {
        String key = made("A busy program");
        HttpResponse<String> answer = get(READ, "X-Api-Key", key);
        for (int i = 0; i < 200 && answer.statusCode() != 429; i++) {
            answer = get(READ, "X-Api-Key", key);
        }

        assertIsRefused(answer, 429, "too-many-requests");
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo("50");
        assertThat(header(answer, "Retry-After")).isNotEmpty();
        assertThat(get(READ).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTakenBackCountsNoMore() {
        String key = made("A program of before");
        assertThat(get(READ, "X-Api-Key", key).statusCode()).isEqualTo(200);

        assertThat(takeBackTheNewest().statusCode()).isEqualTo(303);

        HttpResponse<String> answer = get(READ, "X-Api-Key", key);
        assertIsRefused(answer, 401, "unauthorized");
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("ApiKey");
        assertThat(get(KEYS, "Cookie", operator).body()).contains("A program of before", "Taken back");
    }

    @Test
    void whatAnotherCopyTakesBackCountsNoMoreWithinSeconds() {
        String key = made("A program elsewhere");
        assertThat(get(READ, "X-Api-Key", key).statusCode()).isEqualTo(200);

        store.sql(
                        "UPDATE api_key SET revoked_at = now(), revoked_by = 'another copy' WHERE name = 'A program elsewhere'")
                .update();

        // How many seconds they are `KeyRingTest` says, by a clock of its own.
        await().untilAsserted(() ->
                assertThat(get(READ, "X-Api-Key", key).statusCode()).isEqualTo(401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_key=k", "limit=2&apikey=k", "X-Api-Key=k"})
    void aKeyInAnAddressIsRefused(String query) {
        assertIsRefused(get(READ + "?" + query), 400, "key-in-address");
        assertThat(REVIEW.asked()).isEmpty();
    }

    @Test
    void elsewhereAKeyMeansNothing() {
        String made = "tv_" + "A".repeat(43);
        for (String[] sent : new String[][] {{"X-Api-Key", made}, {"Authorization", "ApiKey " + made}}) {
            assertThat(get("/panel", sent).statusCode()).isEqualTo(200);
            assertThat(ask("PUT", "/api/v1/tools/a/vote", BodyPublishers.ofString("{}"), sent)
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(ALL.stream().flatMap(backend -> backend.asked().stream()))
                .hasSize(4)
                .allSatisfy(asked -> assertThat(asked.headers().names())
                        .noneMatch(
                                name -> name.equalsIgnoreCase("X-Api-Key") || name.equalsIgnoreCase("Authorization")));
    }

    @Test
    void neitherStoreNorLogHasIt(CapturedOutput output) {
        String key = made("A secretive program");
        get(READ, "X-Api-Key", key);
        get(READ, "X-Api-Key", key + "x");
        get(READ + "?api_key=" + key);

        String row = store.sql("SELECT encode(key_hash, 'escape') || hint || name || created_by FROM api_key"
                        + " WHERE name = 'A secretive program'")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(key.substring(8));
        assertThat(get(KEYS, "Cookie", operator).body()).doesNotContain(key).contains(key.substring(0, 8));
        assertThat(output).contains("event=api_key_made").doesNotContain(key.substring(8));
    }

    @Test
    void onlyOperatorsMakeThem() {
        PROVIDER.scope = "openid newsletter:write";
        String other = signedIn();
        String form = "formToken=" + formToken(other) + "&name=x&tier=standard";

        assertThat(get(KEYS, "Cookie", other).statusCode()).isEqualTo(403);
        assertThat(send(KEYS, other, form).statusCode()).isEqualTo(403);
        assertThat(send(KEYS + "/1/revoke", other, form).statusCode()).isEqualTo(403);
        assertThat(get(KEYS).statusCode()).isEqualTo(401);
        assertThat(get(KEYS, "Accept", "text/html").statusCode()).isEqualTo(303);
        assertThat(get("/desk", "Cookie", other).body()).doesNotContain(KEYS);
        assertThat(get("/desk", "Cookie", operator).body()).contains(KEYS);
    }

    @Test
    void aFormOfAnotherSessionMakesNone() {
        assertThat(send(KEYS, operator, "formToken=made-up&name=x&tier=standard")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(KEYS + "/1/revoke", operator, "formToken=made-up").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"'', standard", "'  ', standard", "a%00b, standard", "name, nothing", "name, ''"})
    void whatCannotBeIsRefused(String name, String tier) {
        String form = "formToken=" + formToken(operator) + "&name=" + name + "&tier=" + tier;

        assertThat(send(KEYS, operator, form).statusCode()).isEqualTo(400);
        assertThat(send(KEYS + "/x/revoke", operator, form).statusCode()).isEqualTo(404);
    }

    @Test
    void aNameIsOnlyText() {
        made("<b>bold</b>");

        assertThat(get(KEYS, "Cookie", operator).body())
                .contains("&lt;b&gt;bold&lt;/b&gt;")
                .doesNotContain("<b>bold");
    }
}
