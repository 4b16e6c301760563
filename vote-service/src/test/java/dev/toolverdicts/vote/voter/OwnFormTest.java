package dev.toolverdicts.vote.voter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.vote.web.SiteSettings;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class OwnFormTest {

    private static final Voter VOTER =
            new Voter(new UUID(1, 2), Instant.parse("2026-11-01T00:00:00Z"), Optional.empty(), Optional.empty());

    private final FormToken tokens = new FormToken(Keys.ONE);
    private final OwnForm forms = new OwnForm(tokens, new SiteSettings(URI.create("https://verdicts.example/")));

    private static HttpHeaders sent(String name, String value) {
        var headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, true",
        "Sec-Fetch-Site, same-site, false",
        "Sec-Fetch-Site, cross-site, false",
        "Sec-Fetch-Site, none, false",
        "Origin, https://verdicts.example, true",
        "Origin, https://verdicts.example.evil.example, false",
        "Origin, http://verdicts.example, false",
        "Origin, null, false",
        "Referer, https://verdicts.example/, false"
    })
    void aNewcomersFormIsOursWhereTheBrowserSaysSo(String name, String value, boolean ours) {
        assertThat(forms.isOurs(sent(name, value), Optional.empty(), null)).isEqualTo(ours);
        assertThat(forms.isOurs(sent(name, value), Optional.empty(), tokens.of(VOTER.id())))
                .isEqualTo(ours);
    }

    @Test
    void whatTheBrowserSaysOfWhereItIsFromComesBeforeItsOrigin() {
        HttpHeaders both = sent("Origin", "https://verdicts.example");
        both.set("Sec-Fetch-Site", "cross-site");

        assertThat(forms.isOurs(both, Optional.empty(), null)).isFalse();
    }

    @Test
    void theSitesAddressMayBeSetInCapitals() {
        var capitals = new OwnForm(tokens, new SiteSettings(URI.create("HTTPS://Verdicts.Example/")));

        assertThat(capitals.isOurs(sent("Origin", "https://verdicts.example"), Optional.empty(), null))
                .isTrue();
        assertThat(capitals.isOurs(sent("Origin", "https://other.example"), Optional.empty(), null))
                .isFalse();
    }

    @Test
    void aVotersFormNeedsTheirToken() {
        HttpHeaders here = sent("Sec-Fetch-Site", "same-origin");

        assertThat(forms.isOurs(here, Optional.of(VOTER), null)).isFalse();
        assertThat(forms.isOurs(here, Optional.of(VOTER), "")).isFalse();
        assertThat(forms.isOurs(here, Optional.of(VOTER), tokens.of(new UUID(1, 3))))
                .isFalse();
        assertThat(forms.isOurs(new HttpHeaders(), Optional.of(VOTER), tokens.of(VOTER.id())))
                .isTrue();
    }
}
