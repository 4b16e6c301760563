package dev.toolverdicts.vote.accept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalSiteTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org",
        "old.news.example.org, example.org",
        "co.uk, co.uk",
        "example.co.uk, example.co.uk",
        "www.example.co.uk, example.co.uk",
        "a.example.com.br, example.com.br",
        "example.com.de.com, de.com",
        "t.co, t.co",
        "www.t.co, t.co",
        "xn--bcher-kva.example, xn--bcher-kva.example"
    })
    void aHostIsPartOfTheSiteThatSomebodyRegistered(String host, String site) {
        assertThat(ArrivalSite.of(host)).isEqualTo(site);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "localhost",
                "example.",
                ".example.org",
                "a..org",
                "10.0.0.7",
                "Example.org",
                "a_b.org",
                "a/b.org",
                "a b.org",
                "ex\u00e4mple.org",
                "https://example.org/page"
            })
    void whatIsNoHostIsNoSite(String host) {
        assertThat(ArrivalSite.of(host)).isNull();
    }

    @Test
    void whatIsTooLongForAHostIsNone() {
        assertThat(ArrivalSite.of("a".repeat(250) + ".org")).isNull();
        assertThat(ArrivalSite.of("a".repeat(249) + ".org")).hasSize(253);
    }
}
