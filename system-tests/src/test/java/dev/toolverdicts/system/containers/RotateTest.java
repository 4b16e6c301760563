package dev.toolverdicts.system.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `compose/rotate` on files, with a Docker that writes down what it is asked.
class RotateTest {

    private static final String DOCKER = """
            #!/bin/sh
            echo "docker $*" >>"$ASKED"
            [ "${DOCKER_FAILS:-}" = "" ] || exit 1
            case "$*" in *psql*) cat >>"$ASKED" ;; esac
            """;
    /// Keeps what is in the files while everybody has time to read them.
    private static final String SLEEP = """
            #!/bin/sh
            cat "$WATCHED" >>"$ASKED"
            echo -- >>"$ASKED"
            [ "${SOMEBODY_ELSE:-}" = "" ] || echo another >"$WATCHED"
            """;

    /// A disk that is full once the file has been emptied.
    private static final String CAT = """
            #!/bin/sh
            case "$1" in *.new) exit 1 ;; esac
            PATH=${PATH#*:}
            exec cat "$@"
            """;

    @TempDir
    private Path home;

    private Path secrets = Path.of("unset");
    private Path asked = Path.of("unset");

    private record Ended(int code, String said) {}

    @BeforeEach
    void aCheckoutWithSecrets() throws IOException {
        Files.createDirectories(home.resolve("compose"));
        Files.copy(
                Checkout.ROOT.resolve("compose").resolve("rotate"),
                home.resolve("compose").resolve("rotate"));
        secrets = Files.createDirectories(home.resolve("secrets"));
        asked = home.resolve("asked");
        Files.writeString(home.resolve(".env"), "SECRETS=./secrets\n");
        program("docker", DOCKER);
        program("sleep", SLEEP);
    }

    private void program(String name, String script) throws IOException {
        Path program =
                Files.writeString(Files.createDirectories(home.resolve("bin")).resolve(name), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended rotate(String watched, String... arguments) throws Exception {
        return rotate(Map.of(), watched, arguments);
    }

    private Ended rotate(Map<String, String> told, String watched, String... arguments) throws Exception {
        var builder = new ProcessBuilder("sh", home.resolve("compose/rotate").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("SECRETS");
        builder.environment().merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        builder.environment().put("ASKED", asked.toString());
        builder.environment().put("WATCHED", secrets.resolve(watched).toString());
        builder.environment().putAll(told);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vote-signing", "newsletter-signing", "gateway-session", "gateway-client"})
    void theNewOneIsKnownBeforeItIsUsedAndTheOldOneAfterwards(String name) throws Exception {
        Path file = Files.writeString(secrets.resolve(name), "old\n");
        Object inode = Files.getAttribute(file, "unix:ino");

        Ended ended = rotate(name, name);

        assertThat(ended.code()).as(ended.said()).isZero();
        List<String> now = Files.readAllLines(file);
        assertThat(now).hasSize(2).endsWith("old");
        assertThat(Files.readAllLines(asked)).startsWith("old", now.getFirst(), "--");
        assertThat(Files.getAttribute(file, "unix:ino"))
                .as("a container sees the file it was started with")
                .isEqualTo(inode);
        assertThat(ended.said()).doesNotContain(now.getFirst());

        assertThat(rotate(name, "--retire", "--by", "Ann\nBob", name).code()).isZero();
        assertThat(file).hasContent(now.getFirst() + "\n");
        assertThat(Files.readAllLines(home.resolve("secrets.log")))
                .as("who did what")
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("Z rotate " + name + " by ")
                                .doesNotEndWith("by "),
                        second -> assertThat(second).endsWith("Z retire " + name + " by Ann Bob"))
                .noneMatch(line -> line.contains(now.getFirst()));
    }

    @Test
    void aRolesPasswordIsChangedInTheDatabaseBeforeItsFile() throws Exception {
        Path file = Files.writeString(secrets.resolve("vote-database"), "old\n");

        Ended ended = rotate("vote-database", "vote-database");

        assertThat(ended.code()).as(ended.said()).isZero();
        String fresh = Files.readString(file).strip();
        assertThat(fresh).hasSize(44).isNotEqualTo("old");
        List<String> lines = Files.readAllLines(asked);
        assertThat(lines.getFirst())
                .startsWith("docker compose exec -T postgres")
                .doesNotContain(fresh);
        assertThat(lines)
                .containsSubsequence("\\set password '" + fresh + "'", "ALTER ROLE vote PASSWORD :'password';", fresh);
    }

    @Test
    void wherePasswordsWereCutOffTheSameIsSetAgain() throws Exception {
        Path file = Files.writeString(secrets.resolve("vote-database"), "old\n");

        Ended cutOff = rotate(Map.of("DOCKER_FAILS", "yes"), "vote-database", "vote-database");

        assertThat(cutOff.code()).isNotZero();
        assertThat(file).hasContent("old\n");
        String kept = Files.readString(secrets.resolve("vote-database.new"));
        assertThat(kept).as("on the disk, since the database may have it").hasSize(45);
        assertThat(cutOff.said()).doesNotContain(kept.strip());

        assertThat(rotate("vote-database", "vote-database").code()).isZero();
        assertThat(file).hasContent(kept);
        assertOnly("vote-database");
    }

    @Test
    void whatCannotBeWrittenIsWhatItWas() throws Exception {
        Path file = Files.writeString(secrets.resolve("vote-signing"), "old\n");
        program("cat", CAT);

        assertThat(rotate("vote-signing", "vote-signing").code()).isNotZero();

        assertThat(file).hasContent("old\n");
        Files.delete(home.resolve("bin").resolve("cat"));
        assertThat(rotate("vote-signing", "vote-signing").code()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(2).endsWith("old");
        assertOnly("vote-signing");
    }

    @Test
    void aFileThatWasLeftEmptyIsPutBackFirst() throws Exception {
        Path file = Files.createFile(secrets.resolve("gateway-session"));
        Files.writeString(secrets.resolve("gateway-session.before"), "old\n");

        Ended ended = rotate("gateway-session", "gateway-session");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(2).endsWith("old");
        assertOnly("gateway-session");
    }

    @Test
    void aSecondRotationWaitsForNothingAndChangesNothing() throws Exception {
        Path file = Files.writeString(secrets.resolve("vote-signing"), "old\n");
        Path lock = Files.createDirectory(secrets.resolve(".rotating"));

        for (String[] arguments : new String[][] {{"vote-signing"}, {"--retire", "vote-signing"}}) {
            Ended ended = rotate("vote-signing", arguments);
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said()).contains("rmdir");
        }

        assertThat(file).hasContent("old\n");
        assertThat(lock).as("is not its own").isDirectory();
    }

    @Test
    void whatSomebodyElseHasWrittenMeanwhileStays() throws Exception {
        Path file = Files.writeString(secrets.resolve("vote-signing"), "old\n");

        Ended ended = rotate(Map.of("SOMEBODY_ELSE", "yes"), "vote-signing", "vote-signing");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("somebody else");
        assertThat(file).hasContent("another\n");
        assertOnly("vote-signing");
    }

    private void assertOnly(String name) throws IOException {
        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files.map(Path::getFileName)).containsExactly(Path.of(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vote", "newsletter"})
    void whatIsForLifeStays(String name) throws Exception {
        Path file = Files.writeString(secrets.resolve(name), "old\n");

        Ended ended = rotate(name, name);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("for life", name + "-signing");
        assertThat(file).hasContent("old\n");
    }

    @Test
    void whatIsUnknownMissingOrTooMuchIsRefused() throws Exception {
        assertThat(rotate("none", "nothing").said()).contains("usage");
        assertThat(rotate("none").code()).isEqualTo(1);
        assertThat(rotate("gateway-session", "gateway-session").said()).contains("compose/secrets");
        Files.writeString(secrets.resolve("gateway-session"), "a\n".repeat(8));
        Ended eight = rotate("gateway-session", "gateway-session");
        assertThat(eight.code()).isEqualTo(1);
        assertThat(eight.said()).contains("--retire gateway-session");
        assertThat(rotate("vote-database", "--retire", "vote-database").code()).isEqualTo(1);
    }

    @Test
    void theSigningKeyOfTokensIsTheProvidersOwnBusiness() throws Exception {
        assertThat(rotate("none", "identity").code()).isZero();
        assertThat(rotate("none", "--retire", "identity").code()).isZero();
        assertThat(Files.readAllLines(asked))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("InContainer rotate identity"),
                        second -> assertThat(second).endsWith("InContainer retire identity"));
    }
}
