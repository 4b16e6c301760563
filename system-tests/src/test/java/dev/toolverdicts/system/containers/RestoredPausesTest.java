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

/// What `compose/restore` waits for, with a Docker that answers as services do of which one has a paused consumer.
class RestoredPausesTest {

    private static final String DOCKER = """
            #!/bin/sh
            case "$*" in
              *"volume inspect"*) exit 1 ;;
              *"config --services"*) echo vote-service ;;
              *config*) echo "name: sample" ;;
              *"exec -T vote-service "*health/pauses*) echo "{\\"details\\":{\\"paused\\":[$PAUSED]},\\"status\\":\\"UP\\"}" ;;
              *"exec -T "*health/pauses*) echo '{"details":{"paused":[]},"status":"UP"}' ;;
              *"exec -T vote-service "*tag=consumer:stuck*) echo '{"measurements":[{"statistic":"VALUE","value":3.0}]}' ;;
              *"exec -T "*metrics*) echo '{"measurements":[{"statistic":"VALUE","value":0.0}],"availableTags":[{"tag":"consumer","values":["stuck","swift"]}]}' ;;
              *"exec -T "*deletions*) echo '{"kept":true,"waiting":0}' ;;
              *"exec -T "*votes/check*) echo '{"differences":[]}' ;;
              *"exec -T "*erasures*) echo '{"kept":true,"standing":0}' ;;
            esac
            """;

    @TempDir
    private Path home;

    private record Ended(int code, String said) {}

    @BeforeEach
    void aCheckoutAndABackup() throws IOException {
        Path compose = Files.createDirectories(home.resolve("compose"));
        for (String name : new String[] {"restore", "secrets"}) {
            executable(
                    compose.resolve(name),
                    Files.readString(Checkout.ROOT.resolve("compose").resolve(name)));
        }
        executable(compose.resolve("token"), "#!/bin/sh\necho token\n");
        Path bin = Files.createDirectory(home.resolve("bin"));
        executable(bin.resolve("docker"), DOCKER);
        executable(bin.resolve("sleep"), "#!/bin/sh\n");
        // It asks five times instead of 120 times; three in a row must be right.
        executable(bin.resolve("seq"), "#!/bin/sh\necho 1 2 3 4 5\n");
        Files.writeString(home.resolve(".env"), "SECRETS=./secrets\n");
        Path secrets = Files.createDirectories(home.resolve("monday").resolve("secrets"));
        Files.writeString(secrets.resolve("vote"), "for life\n");
        Files.writeString(secrets.resolve("newsletter"), "for life\n");
        Files.writeString(secrets.resolveSibling("files.sha256"), "");
    }

    private static void executable(Path program, String script) throws IOException {
        Files.setPosixFilePermissions(Files.writeString(program, script), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// @param paused names as in JSON
    private Ended restore(String paused) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                "sh",
                home.resolve("compose/restore").toString(),
                home.resolve("monday").toString());
        builder.environment().remove("SECRETS");
        builder.environment().put("PAUSED", paused);
        builder.environment().merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void whoIsPausedIsNotWaitedForAndIsNamed() throws Exception {
        Ended ended = restore("\"relay\",\"stuck\"");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains("vote-service: paused as when the backup was made", "until it is resumed: relay stuck")
                .doesNotContain("catalog-service: paused");
    }

    @Test
    void whoIsBehindAndNotPausedIs() throws Exception {
        Ended ended = restore("\"swift\"");

        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("not all of the log is applied");
    }
}
