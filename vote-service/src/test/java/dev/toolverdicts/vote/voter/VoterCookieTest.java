package dev.toolverdicts.vote.voter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolverdicts.vote.web.SiteSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class VoterCookieTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final VoterCookie http = cookie(Keys.ONE, "http://localhost:8080", NOW);
    private final VoterCookie https = cookie(Keys.ONE, "https://toolverdicts.dev", NOW);

    private static VoterCookie cookie(VoterKeys keys, String url, Instant now) {
        return new VoterCookie(keys, new SiteSettings(URI.create(url)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static MultiValueMap<String, HttpCookie> with(String name, String value) {
        return MultiValueMap.fromSingleValue(Map.of(name, new HttpCookie(name, value)));
    }

    private static String header(VoterCookie cookie, Voter voter) {
        var headers = new HttpHeaders();
        cookie.write(voter, headers);
        return String.valueOf(headers.getFirst(HttpHeaders.SET_COOKIE));
    }

    @Test
    void aVisitorWithoutACookieIsNobodyYet() {
        assertThat(http.read(new LinkedMultiValueMap<>())).isEmpty();
        assertThat(http.readOrIssue(new LinkedMultiValueMap<>()).newCookie()).isPresent();
    }

    @Test
    void overHttpTheCookieIsCalledVoter() {
        assertThat(header(http, http.issue()))
                .startsWith("voter=")
                .contains("Path=/;", "Max-Age=34560000", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void overHttpsTheCookieIsBoundToItsHost() {
        assertThat(header(https, https.issue()))
                .startsWith("__Host-voter=")
                .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void theSameCookieIsTheSameVoterAndNeedsNoNewOne() {
        Voter issued = http.issue();
        Voter read = http.read(with("voter", issued.newCookie().orElseThrow())).orElseThrow();
        assertThat(read.id()).isEqualTo(issued.id());
        assertThat(read.newCookie()).isEmpty();
        assertThat(http.issue().id()).isNotEqualTo(issued.id());
    }

    @Test
    void theVoterIdSaysNothingAboutTheCookie() {
        Voter issued = http.issue();
        byte[] cookie = Base64.getUrlDecoder().decode(issued.newCookie().orElseThrow());
        assertThat(cookie).hasSize(53);
        assertThat(issued.id().version()).isEqualTo(8);
        assertThat(issued.id().variant()).isEqualTo(2);
        assertThat(new String(cookie, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        new String(Receipts.bytes(issued.id()), 8, 8, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void everyChangedByteIsRefusedAndTheCookieCleared() {
        byte[] cookie = Base64.getUrlDecoder().decode(http.issue().newCookie().orElseThrow());
        for (int i = 0; i < cookie.length; i++) {
            cookie[i] ^= 1;
            String tampered = Base64.getUrlEncoder().withoutPadding().encodeToString(cookie);
            assertThatExceptionOfType(InvalidVoterCookie.class)
                    .isThrownBy(() -> http.read(with("voter", tampered)))
                    .satisfies(refusal -> {
                        assertThat(refusal.getStatusCode().value()).isEqualTo(400);
                        assertThat(refusal.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                                .startsWith("voter=;")
                                .contains("Max-Age=0");
                    });
            cookie[i] ^= 1;
        }
    }

    @Test
    void whatIsNoCookieOfOursIsRefused() {
        for (String value : new String[] {"x", "%%%", "AAAA", "a".repeat(71), "a".repeat(5_000)}) {
            assertThatExceptionOfType(InvalidVoterCookie.class).isThrownBy(() -> http.read(with("voter", value)));
        }
    }

    @Test
    void anotherSecretsCookieIsRefused() {
        String foreign = cookie(Keys.OTHER, "http://localhost:8080", NOW)
                .issue()
                .newCookie()
                .orElseThrow();
        assertThatExceptionOfType(InvalidVoterCookie.class).isThrownBy(() -> http.read(with("voter", foreign)));
    }

    @Test
    void anOldCookieIsRenewedForTheSameVoter() {
        Voter issued = http.issue();
        VoterCookie later = cookie(Keys.ONE, "http://localhost:8080", NOW.plus(Duration.ofDays(31)));
        Voter renewed =
                later.read(with("voter", issued.newCookie().orElseThrow())).orElseThrow();
        assertThat(renewed.id()).isEqualTo(issued.id());
        assertThat(renewed.newCookie()).isPresent().isNotEqualTo(issued.newCookie());
        assertThat(later.read(with("voter", renewed.newCookie().orElseThrow()))
                        .orElseThrow()
                        .newCookie())
                .isEmpty();
    }

    @Test
    void aVoterIsKnownSinceTheCookieWasIssuedAndNoNewcomerAfterItsRenewal() {
        Voter issued = http.issue();
        assertThat(issued.since()).isEqualTo(NOW);
        Instant month = NOW.plus(Duration.ofDays(31));
        VoterCookie later = cookie(Keys.ONE, "http://localhost:8080", month);
        Voter renewed =
                later.read(with("voter", issued.newCookie().orElseThrow())).orElseThrow();
        assertThat(renewed.since()).isEqualTo(NOW);
        Voter again =
                later.read(with("voter", renewed.newCookie().orElseThrow())).orElseThrow();
        assertThat(again.since()).isEqualTo(month.minus(Duration.ofDays(1)));
    }

    @Test
    void aCookieVouchesForAnAddressAsLongAsItSaysAndNoChangedByteDoes() {
        Voter issued = http.issue();
        Voter vouched = http.vouched(with("voter", issued.newCookie().orElseThrow()), NOW.plus(Duration.ofHours(24)))
                .orElseThrow();
        assertThat(vouched.id()).isEqualTo(issued.id());
        assertThat(vouched.tier(NOW)).isEqualTo(Tier.EMAIL);
        String value = vouched.newCookie().orElseThrow();
        Voter read = http.read(with("voter", value)).orElseThrow();
        assertThat(read.since()).isEqualTo(issued.since());
        assertThat(read.tier(NOW.plus(Duration.ofHours(23)))).isEqualTo(Tier.EMAIL);
        assertThat(read.tier(NOW.plus(Duration.ofHours(24)))).isEqualTo(Tier.DEVICE);
        assertThat(issued.tier(NOW)).isEqualTo(Tier.DEVICE);
        byte[] bytes = Base64.getUrlDecoder().decode(value);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            String tampered = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThatExceptionOfType(InvalidVoterCookie.class).isThrownBy(() -> http.read(with("voter", tampered)));
            bytes[i] ^= 1;
        }
    }

    @Test
    void aRenewedCookieStillVouchesAndAPlainOneNoLongerDoes() {
        String vouched = http.vouched(
                        with("voter", http.issue().newCookie().orElseThrow()), NOW.plus(Duration.ofDays(40)))
                .flatMap(Voter::newCookie)
                .orElseThrow();
        VoterCookie later = cookie(Keys.ONE, "http://localhost:8080", NOW.plus(Duration.ofDays(31)));
        String renewed =
                later.read(with("voter", vouched)).flatMap(Voter::newCookie).orElseThrow();
        assertThat(later.read(with("voter", renewed)).orElseThrow().provenUntil())
                .contains(NOW.plus(Duration.ofDays(40)));
        Voter plain = later.vouched(with("voter", renewed), null).orElseThrow();
        assertThat(later.read(with("voter", plain.newCookie().orElseThrow()))
                        .orElseThrow()
                        .provenUntil())
                .isEmpty();
        assertThat(http.vouched(new LinkedMultiValueMap<>(), null)).isEmpty();
    }
}
