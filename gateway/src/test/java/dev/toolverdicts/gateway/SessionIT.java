package dev.toolverdicts.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class SessionIT extends WithSignIn {

    @Test
    void whatABrowserCameWithIsNeverTheSession() {
        String planted = "session=" + "A".repeat(43);

        String cookie = signedIn("Cookie", planted);

        assertThat(cookie).isNotEqualTo(planted);
        assertThat(counts(planted)).isFalse();
        assertThat(counts(cookie)).isTrue();
    }

    @Test
    void signingInAgainEndsTheSessionBefore() {
        String first = signedIn();
        String second = signedIn("Cookie", first);

        assertThat(counts(first)).isFalse();
        assertThat(counts(second)).isTrue();
    }

    @Test
    void theStoreTellsNobodyWhoTheyCouldBe() {
        nobodyIsSignedIn();
        String cookie = signedIn();

        String row = store.sql("SELECT encode(id_hash, 'escape') || encode(content, 'escape') FROM session")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(cookie.split("=", 2)[1], "access-", "refresh-", "Ada <b>");
    }

    @Test
    void aSessionNobodyUsesEnds() {
        String cookie = signedIn();
        seen("29 minutes");
        assertThat(counts(cookie)).isTrue();
        seen("29 minutes");
        assertThat(counts(cookie)).as("used meanwhile").isTrue();
        seen("31 minutes");

        assertThat(counts(cookie)).isFalse();
        assertThat(get("/desk", "Cookie", cookie).headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(set -> assertThat(set).startsWith("session=;").contains("Max-Age=0"));
    }

    @Test
    void aSessionEndsHoweverMuchItIsUsed() {
        String cookie = signedIn();
        store.sql("UPDATE session SET created_at = created_at - interval '11 hours 59 minutes'")
                .update();
        assertThat(counts(cookie)).isTrue();
        store.sql("UPDATE session SET created_at = created_at - interval '2 minutes'")
                .update();

        assertThat(counts(cookie)).isFalse();
    }

    @Test
    void whatHasEndedIsRemovedWhenSomebodySignsIn() {
        nobodyIsSignedIn();
        signedIn();
        seen("31 minutes");
        signedIn();

        assertThat(store.sql("SELECT count(*) FROM session").query(Long.class).single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void anotherPageMayNotActForWhoIsSignedIn(String site) {
        String cookie = signedIn();

        for (String path : new String[] {DESK, "/api/v1/newsletter/issues", "/desk/sign-out"}) {
            HttpResponse<String> answer = write(path, cookie, "Sec-Fetch-Site", site);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("cross-site-request");
        }
        assertThat(NEWSLETTER.asked()).isEmpty();
        assertThat(counts(cookie)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example, 403", "http://localhost:9999, 403", "null, 403", "http://localhost:8080, 200"})
    void anOlderBrowserTellsByOrigin(String origin, int status) {
        assertThat(write(DESK, signedIn(), "Origin", origin).statusCode()).isEqualTo(status);
    }

    @Test
    void whoDoesNotSayWhichPageAsksChangesNothing() {
        assertThat(write(DESK, signedIn()).statusCode()).isEqualTo(403);
        assertThat(NEWSLETTER.asked()).isEmpty();
    }

    @Test
    void theSitesOwnPagesMay() {
        assertThat(write(DESK, signedIn(), "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
        assertThat(NEWSLETTER.asked().getFirst().headers().contains("Authorization"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', 'private, no-cache'", "'public, max-age=60', 'private, no-cache'", "'no-store', 'no-store'"})
    void whatOnePersonGetsNoCacheKeepsForOthers(String said, String told) {
        String cookie = signedIn();
        NEWSLETTER.behaves((request, response) ->
                (said.isEmpty() ? response : response.header("Cache-Control", said)).sendString(Mono.just("theirs")));

        assertThat(header(get(DESK, "Cookie", cookie), "Cache-Control")).isEqualTo(told);
        assertThat(header(get("/weekly", "Cookie", cookie), "Cache-Control")).isEqualTo(said);
    }

    @Test
    void aCookieThatWasChangedOrMadeUpIsWorthless() {
        String cookie = signedIn();
        char last = cookie.charAt(cookie.length() - 1);

        assertThat(counts(cookie.substring(0, cookie.length() - 1) + (last == 'A' ? 'E' : 'A')))
                .isFalse();
        assertThat(counts(cookie + "A")).isFalse();
        assertThat(counts("session=' OR true --")).isFalse();
        assertThat(counts("session=")).isFalse();
        assertThat(counts(cookie + "; " + cookie)).as("twice").isFalse();
        assertThat(counts(cookie)).isTrue();
    }

    @Test
    void whatSomebodyPutsIntoTheStoreIsWorthlessToo() {
        nobodyIsSignedIn();
        String first = signedIn();
        byte[] sealed =
                store.sql("SELECT content FROM session").query(byte[].class).single();
        store.sql("DELETE FROM session").update();
        String second = signedIn();

        store.sql("UPDATE session SET content = :other").param("other", sealed).update();
        assertThat(counts(second)).as("another's content").isFalse();
        store.sql("UPDATE session SET content = :made")
                .param("made", "{}".getBytes(UTF_8))
                .update();
        assertThat(counts(second)).as("not sealed").isFalse();
        assertThat(counts(first)).isFalse();
    }

    @Test
    void theCookieOfBeforeTheSignOutIsWorthless() {
        String cookie = signedIn();

        HttpResponse<String> out = signOut(cookie, formToken(cookie));

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(set -> assertThat(set).startsWith("session=;").contains("Max-Age=0", "Path=/", "HTTPOnly"));
        assertThat(header(out, "Refresh"))
                .startsWith("0;url=" + PROVIDER.issuer() + "/logout?id_token_hint=ey")
                .contains("client_id=gateway", "post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fdesk");
        assertThat(counts(cookie)).isFalse();
        assertThat(get("/desk", "Cookie", cookie).body()).doesNotContain("Sign out");
    }

    @Test
    void signingOutNeedsThePageItIsOn() {
        String cookie = signedIn();
        String others = formToken(signedIn());

        assertThat(signOut(cookie, others).statusCode()).isEqualTo(403);
        assertThat(signOut(cookie, "").statusCode()).isEqualTo(403);
        assertThat(counts(cookie)).isTrue();
    }

    private void nobodyIsSignedIn() {
        signedIn();
        store.sql("DELETE FROM session").update();
    }

    /// As if nobody had used any session for so long.
    private void seen(String ago) {
        store.sql("UPDATE session SET last_seen_at = now() - :ago::interval")
                .param("ago", ago)
                .update();
    }
}
