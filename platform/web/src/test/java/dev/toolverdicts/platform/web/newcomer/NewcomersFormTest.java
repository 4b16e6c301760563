package dev.toolverdicts.platform.web.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.web.SiteSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class NewcomersFormTest {

    private final NewcomersForm forms = forms("https://verdicts.example/");

    private static NewcomersForm forms(String site) {
        return new NewcomersForm(new SiteSettings(URI.create(site)));
    }

    private static MockHttpServletRequest sent(String name, String value) {
        var request = new MockHttpServletRequest("POST", "/form");
        request.addHeader(name, value);
        return request;
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
    void itIsOursWhereTheBrowserSaysSo(String name, String value, boolean ours) {
        assertThat(forms.isOurs(sent(name, value))).isEqualTo(ours);
    }

    @Test
    void whatTheBrowserSaysOfWhereItIsFromComesBeforeItsOrigin() {
        MockHttpServletRequest both = sent("Origin", "https://verdicts.example");
        both.addHeader("Sec-Fetch-Site", "cross-site");

        assertThat(forms.isOurs(both)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voter=v", "__Host-voter=v", "arrival=news.example; __Host-voter=v"})
    void whoHasAVotersCookieIsNoNewcomer(String cookies) {
        MockHttpServletRequest request = sent("Sec-Fetch-Site", "same-origin");
        request.addHeader("Cookie", "arrival=news.example");
        assertThat(forms.isOurs(request)).isTrue();

        request.addHeader("Cookie", cookies);

        assertThat(Newcomer.has(cookies)).isFalse();
        assertThat(Newcomer.sent(request)).as("in any of its headers").isFalse();
        assertThat(forms.isOurs(request)).isFalse();
    }

    @Test
    void whoSendsNoCookieIsOne() {
        assertThat(Newcomer.has(null)).isTrue();
        assertThat(Newcomer.sent(new MockHttpServletRequest("GET", "/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS://Verdicts.Example", "https://VERDICTS.EXAMPLE/"})
    void theSitesAddressMayBeSetInCapitals(String site) {
        NewcomersForm capitals = forms(site);

        assertThat(capitals.isOurs(sent("Origin", "https://verdicts.example"))).isTrue();
        assertThat(capitals.isOurs(sent("Origin", "https://other.example"))).isFalse();
    }
}
