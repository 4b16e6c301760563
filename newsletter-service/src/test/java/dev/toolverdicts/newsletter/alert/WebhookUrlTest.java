package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://example.org/",
                "https:///path",
                "//example.org",
                "example.org",
                "",
                "https://user:password@example.org/",
                "https://example.org/#part",
                "https://example.org:0/",
                "https://example.org:99999/",
                "https://example.org/a b",
                "https://example.org/\r\nHost: inside",
                "https://exa\u560ample.org/",
                "javascript:alert(1)",
                "https://example.org/%zz"
            })
    void onlyHttpsWithAHostDoes(String url) {
        assertThatThrownBy(() -> WebhookUrl.of(url, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsPartsAreWhatIsSent() {
        assertThat(WebhookUrl.of("https://example.org", false))
                .isEqualTo(new WebhookUrl(true, "example.org", 443, "/"));
        WebhookUrl other = WebhookUrl.of("https://example.org:8443/hook?a=b", false);
        assertThat(other).isEqualTo(new WebhookUrl(true, "example.org", 8443, "/hook?a=b"));
        assertThat(other.authority()).isEqualTo("example.org:8443");
        assertThat(WebhookUrl.of("https://[2606:4700::1111]/x", false).host()).isEqualTo("2606:4700::1111");
        assertThat(WebhookUrl.of("https://[2606:4700::1111]/x", false).authority())
                .isEqualTo("[2606:4700::1111]");
        assertThat(WebhookUrl.of("http://example.org/", true).port()).isEqualTo(80);
    }
}
