package dev.toolverdicts.vote.accept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/compare/a-vs-b", "/tool/x?q=1&r=%20#vote"})
    void aPathOfThisSiteIsTaken(String path) {
        assertThat(WayBack.of(path, "x").path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                "javascript:alert(1)",
                "compare",
                "/ä",
                "/a b",
                "/%zz"
            })
    void anythingElseLeadsToTheTool(String path) {
        assertThat(WayBack.of(path, "mistral-3b").path()).isEqualTo("/tool/mistral-3b");
    }

    @Test
    void aSlugThatIsNoneLeadsHome() {
        assertThat(WayBack.of(null, "\"><script>").path()).isEqualTo("/");
    }
}
