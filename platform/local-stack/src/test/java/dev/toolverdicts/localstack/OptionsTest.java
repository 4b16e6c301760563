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
                        java.util.List.of(),
                        8080,
                        Path.of("/a checkout/.local"),
                        false,
                        false,
                        Copies.ONE_OF_EACH,
                        Detours.NONE,
                        null,
                        null,
                        null,
                        null));
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

    @Test
    void whoChangesASecretMayBeNamed() {
        assertThat(Options.parse(HOME, "rotate", "vote-signing", "--by", "Ann").by())
                .isEqualTo("Ann");
    }

    @Test
    void aBackupIsNamedFromWhereTheCommandWasTyped() {
        assertThat(Options.parse(HOME, "backup", "x/../y").folder())
                .isEqualTo(Path.of("y").toAbsolutePath());
        assertThat(Options.parse(HOME, "restore", "/a b", "--erasures", "lists").erasures())
                .isEqualTo(Path.of("lists").toAbsolutePath());
        assertThatThrownBy(() -> Options.parse(HOME, "backup").folder()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Options.parse(HOME, "backup", "one", "two").folder())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("./start backup FOLDER");
    }

    @Test
    void aServiceHasAsManyCopiesAsWereAskedFor() {
        Copies copies = Options.parse(HOME, "--copies", "vote-service=3", "--copies", "catalog-service=2")
                .copies();

        assertThat(copies.of("vote-service")).isEqualTo(3);
        assertThat(copies.of("catalog-service")).isEqualTo(2);
        assertThat(copies.of("review-service")).isOne();
        assertThat(Copies.name("vote-service", 0)).isEqualTo("vote-service");
        assertThat(Copies.name("vote-service", 2)).isEqualTo("vote-service-3");
    }

    @Test
    void aFaultTestNamesThePortsOfItsProxies() {
        assertThat(Options.parse(HOME, "--kafka-advertise", "19092", "--postgres-via", "15432")
                        .detours())
                .isEqualTo(new Detours(19092, 15432));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--port x",
                "--port 0",
                "--port 65536",
                "--date x",
                "restore x --erasures",
                "--data",
                "-h",
                "--copies",
                "--copies vote-service",
                "--copies vote-service=0",
                "--copies vote-service=10",
                "--copies gateway=2",
                "--copies kafka=2",
                "--kafka-advertise",
                "--postgres-via 70000"
            })
    void whatMakesNoSenseIsRefusedInOneLine(String line) {
        assertThatThrownBy(() -> Options.parse(HOME, line.split(" ", -1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("-")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }
}
