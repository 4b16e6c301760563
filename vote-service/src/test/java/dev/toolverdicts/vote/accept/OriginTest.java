package dev.toolverdicts.vote.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.vote.voter.Keys;
import dev.toolverdicts.vote.voter.Networks;
import dev.toolverdicts.vote.web.SiteSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class OriginTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Origin origin =
            new Origin(new Networks(Keys.ONE), new SiteSettings(URI.create("http://localhost:8080")));

    private String hash(String address, Instant now) {
        var headers = new HttpHeaders();
        headers.set("X-Client-Ip", address);
        return origin.networkHash(headers, now);
    }

    @Test
    void oneNetworkIsOneHashForOneDay() {
        String hash = hash("203.0.113.7", NOW);
        assertThat(hash).matches("[0-9a-f]{16}");
        assertThat(hash("203.0.113.250", NOW.plus(Duration.ofHours(13)))).isEqualTo(hash);
        assertThat(hash("203.0.112.7", NOW)).isNotEqualTo(hash);
        assertThat(hash("203.0.113.7", NOW.plus(Duration.ofDays(1)))).isNotEqualTo(hash);
        assertThat(hash("2001:db8:7::1", NOW)).isEqualTo(hash("2001:db8:7:ffff::2", NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "172.16.0.9",
                "192.168.1.4",
                "100.64.3.2",
                "100.127.255.1",
                "169.254.0.1",
                "fe80::1",
                "fd00::1",
                "0.0.0.0",
                "nobody",
                ""
            })
    void whatSaysNothingAboutAVoterHasNoHash(String address) {
        assertThat(hash(address, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.63.255.1", "100.128.0.1", "172.32.0.1", "11.0.0.1", "2a00::1"})
    void publicNeighboursOfPrivateNetworksHaveOne(String address) {
        assertThat(hash(address, NOW)).isNotNull();
    }

    @Test
    void theSiteThatSentTheVoterIsTheOneTheGatewayNoted() {
        assertThat(origin.arrivalSite(cookie("arrival", "old.news.example.org")))
                .isEqualTo("example.org");
        assertThat(origin.arrivalSite(cookie("arrival", "made up!"))).isNull();
        assertThat(origin.arrivalSite(cookie("voter", "example.org"))).isNull();
        var secure = new Origin(new Networks(Keys.ONE), new SiteSettings(URI.create("https://verdicts.example")));
        assertThat(secure.arrivalSite(cookie("__Host-arrival", "example.org"))).isEqualTo("example.org");
        assertThat(secure.arrivalSite(cookie("arrival", "example.org"))).isNull();
    }

    private static MultiValueMap<String, HttpCookie> cookie(String name, String value) {
        return new LinkedMultiValueMap<>(Map.of(name, List.of(new HttpCookie(name, value))));
    }

    @Test
    void nobodyIsKnownWithoutTheGateway() {
        assertThat(origin.networkHash(new HttpHeaders(), NOW)).isNull();
    }
}
