package dev.toolverdicts.system.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    Path home;

    private Path folder;
    private String said = "";

    @BeforeEach
    void aCheckoutWithoutAny() throws IOException {
        Files.copy(
                Checkout.ROOT.resolve("compose").resolve("secrets"),
                Files.createDirectory(home.resolve("compose")).resolve("secrets"));
        folder = home.resolve("compose/.secrets");
    }

    private void make() throws IOException, InterruptedException {
        int code = made(Map.of());
        assertThat(code).as(said).isZero();
    }

    private int made(Map<String, String> told) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", home.resolve("compose/secrets").toString());
        builder.environment().remove("SECRETS");
        builder.environment().putAll(told);
        Process made = builder.redirectErrorStream(true).start();
        said = new String(made.getInputStream().readAllBytes(), UTF_8);
        return made.waitFor();
    }

    @Test
    void theOwnerWritesThemAndContainersReadThem() throws Exception {
        make();

        Path secret = folder.resolve("gateway-client");
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(fromString("rw-r--r--"));
    }

    @Test
    void whatIsThereKeepsItsContentAlone() throws Exception {
        Path secret = Files.createDirectories(folder).resolve("vote");
        Files.writeString(secret, "kept");
        Files.setPosixFilePermissions(secret, fromString("r--r--r--"));

        make();

        assertThat(secret).hasContent("kept");
        assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(fromString("rw-r--r--"));
    }

    /// What an earlier version has signed is out there.
    @Test
    void signingKeysBeginAsWhatHasSignedSoFarAndAreOthersWhereNothingHas() throws Exception {
        Files.writeString(Files.createDirectories(folder).resolve("vote"), "has signed so far\n");

        make();

        assertThat(folder.resolve("vote-signing")).hasContent("has signed so far\n");
        assertThat(Files.readString(folder.resolve("newsletter-signing")))
                .isNotEqualTo(Files.readString(folder.resolve("newsletter")));
    }

    /// What was cut off while it was written is not taken for one that never was.
    @Test
    void anEmptyFileIsRefusedAndLeftAsItIs() throws Exception {
        Files.writeString(Files.createDirectories(folder).resolve("vote"), "has signed so far\n");
        Path empty = Files.createFile(folder.resolve("vote-signing"));

        assertThat(made(Map.of())).isEqualTo(1);

        assertThat(said).contains("vote-signing is empty", "backup");
        assertThat(empty).isEmptyFile();
    }

    @Test
    void theyAreMadeWhereTheyAreWanted() throws Exception {
        int code = made(Map.of("SECRETS", "./elsewhere"));

        assertThat(code).as(said).isZero();

        assertThat(home.resolve("elsewhere").resolve("vote-signing")).isNotEmptyFile();
        assertThat(folder).doesNotExist();
    }
}
