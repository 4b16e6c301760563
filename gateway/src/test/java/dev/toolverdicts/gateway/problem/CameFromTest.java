package dev.toolverdicts.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class CameFromTest {

    private final CameFrom cameFrom = new CameFrom(URI.create("https://verdicts.example"));

    @ParameterizedTest
    @CsvSource({
        "https://verdicts.example/, /",
        "https://Verdicts.Example/tool/x, /tool/x",
        "https://verdicts.example/compare/a-vs-b?show=a&weight=builder.2#vote, /compare/a-vs-b?show=a&weight=builder.2"
    })
    void aPageOfThisSiteIsTheWayBack(String referer, String path) {
        assertThat(cameFrom.of(MockServerHttpRequest.post("/tool/x/vote")
                        .header("Referer", referer)
                        .build()))
                .contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/tool/x",
                "http://verdicts.example/tool/x",
                "https://verdicts.example:444/",
                "https://verdicts.example@evil.example/",
                "https://verdicts.example//evil.example",
                "https://verdicts.example",
                "javascript:alert(1)",
                "//verdicts.example/x",
                "/tool/x",
                "https://verdicts.example/<b>"
            })
    void nothingElseIs(String referer) {
        assertThat(cameFrom.of(MockServerHttpRequest.post("/tool/x/vote")
                        .header("Referer", referer)
                        .build()))
                .isEmpty();
    }

    @Test
    void whatIsNoFormHasNone() {
        assertThat(cameFrom.of(MockServerHttpRequest.get("/tool/x")
                        .header("Referer", "https://verdicts.example/")
                        .build()))
                .isEmpty();
        assertThat(cameFrom.of(MockServerHttpRequest.post("/tool/x/vote").build()))
                .isEmpty();
    }
}
