package dev.toolverdicts.system.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `compose/restore` does with passwords and keys before it makes the first container, where its Docker ends it.
class RestoredSecretsTest {

    private static final String DOCKER = """
            #!/bin/sh
            case "$*" in
              *"volume inspect"* | *"up --no-start"*) exit 1 ;;
              *config*) echo "name: sample" ;;
            esac
            """;

    @TempDir
    private Path home;

    private Path backup = Path.of("unset");
    private Path secrets = Path.of("unset");

    @BeforeEach
    void aCheckoutAndABackup() throws IOException {
        Path compose = Files.createDirectories(home.resolve("compose"));
        for (String name : new String[] {"restore", "secrets"}) {
            Files.setPosixFilePermissions(
                    Files.copy(Checkout.ROOT.resolve("compose").resolve(name), compose.resolve(name)),
                    PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path docker =
                Files.writeString(Files.createDirectory(home.resolve("bin")).resolve("docker"), DOCKER);
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve(".env"), "SECRETS=./secrets\n");
        backup = home.resolve("monday");
        write(backup, "files.sha256", "");
        write(backup, "secrets/vote", "for life\n");
        write(backup, "secrets/vote-database", "of the volume\n");
        write(backup, "secrets/vote-signing", "retired\n");
        secrets = home.resolve("secrets");
    }

    private static void write(Path root, String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String restore() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", home.resolve("compose/restore").toString(), backup.toString());
        builder.environment().remove("SECRETS");
        builder.environment().merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        return said;
    }

    @Test
    void keysOfTheSameSystemStayAsTheyAre() throws Exception {
        write(secrets, "vote", "for life\n");
        write(secrets, "vote-database", "later\n");
        write(secrets, "vote-signing", "used now\n");

        String said = restore();

        assertThat(secrets.resolve("vote-signing")).hasContent("used now\n");
        assertThat(secrets.resolve("vote-database")).hasContent("of the volume\n");
        assertThat(said).doesNotContain("vote-signing is the backup's").contains("identity is the backup's");
    }

    @Test
    void keysOfAnotherSystemDoNotAndItIsSaidWhatMayHaveBeenRetired() throws Exception {
        write(secrets, "vote", "another life\n");
        write(secrets, "vote-signing", "of another\n");

        String said = restore();

        assertThat(secrets.resolve("vote-signing")).hasContent("retired\n");
        assertThat(said).contains("vote-signing is the backup's");
    }

    @Test
    void whatTheBackupsProgramDidNotHaveIsMade() throws Exception {
        Files.delete(backup.resolve("secrets").resolve("vote-signing"));

        restore();

        assertThat(secrets.resolve("vote-signing"))
                .as("what the secret for life has signed is out there")
                .hasContent("for life\n");
        assertThat(secrets.resolve("gateway-session")).isNotEmptyFile();
        assertThat(Files.getPosixFilePermissions(secrets.resolve("gateway-session")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }
}
