package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path HOME = Path.of("/a checkout");

    @Test
    void nothingMeansTheUsual() {
        Options options = Options.parse(HOME);

        assertThat(options)
                .isEqualTo(new Options(
                        java.util.List.of(), 8080, Path.of("/a checkout/.local"), false, false, null, null));
    }

    @Test
    void aDataFolderIsRelativeToWhereTheCommandWasTyped() {
        assertThat(Options.parse(HOME, "--data", "x").data())
                .isEqualTo(Path.of("x").toAbsolutePath());
    }

    @Test
    void wordsAndOptionsMayBeMixed() {
        Options options = Options.parse(
                HOME, "token", "--subject", "Ann", "critic", "--critic", "builder", "--data", "/a b", "--empty");

        assertThat(options.words()).containsExactly("token", "critic");
        assertThat(options.critic()).isEqualTo("builder");
        assertThat(options.subject()).isEqualTo("Ann");
        assertThat(options.data()).isEqualTo(Path.of("/a b"));
        assertThat(options.empty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 0", "--port 65536", "--date x", "--data", "-h"})
    void whatMakesNoSenseIsRefusedInOneLine(String line) {
        assertThatThrownBy(() -> Options.parse(HOME, line.split(" ", -1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("-")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }
}
