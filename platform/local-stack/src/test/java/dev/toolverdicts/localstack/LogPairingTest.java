package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPairingTest {

    @TempDir
    private Path folder;

    private DataFolder data;
    private LogPairing pairing;

    @BeforeEach
    void aPairThatBelongsTogether() throws IOException {
        data = new DataFolder(folder);
        pairing = new LogPairing(data);
        Files.createDirectories(Postgres.cluster(data));
        makeLog("one");
    }

    @Test
    void aNewPairIsRemembered() throws IOException {
        pairing.check();
        pairing.remember();
        pairing.check();

        assertThat(Postgres.cluster(data)).isDirectoryContaining(file -> file.endsWith("tool-verdicts-log-id"));
    }

    @Test
    void anEmptyFolderIsNoReasonToRefuse() throws IOException {
        PostgresPrograms.delete(folder.resolve("postgres"));
        PostgresPrograms.delete(folder.resolve("kafka"));

        assertThatCode(pairing::check).doesNotThrowAnyException();
    }

    @Test
    void aStartThatEndedBeforeAnybodyReadIsNoReasonToRefuse() throws IOException {
        PostgresPrograms.delete(folder.resolve("postgres"));

        assertThatCode(pairing::check).doesNotThrowAnyException();
    }

    @Test
    void aLogThatIsGoneIsRefused() throws IOException {
        pairing.remember();
        PostgresPrograms.delete(folder.resolve("kafka"));

        assertRefused("kafka is gone");
    }

    @Test
    void anotherLogIsRefused() throws IOException {
        pairing.remember();
        PostgresPrograms.delete(folder.resolve("kafka"));
        makeLog("two");

        assertRefused("kafka is not the one that the databases have read");
    }

    @Test
    void databasesThatAreGoneAreRefused() throws IOException {
        pairing.remember();
        PostgresPrograms.delete(folder.resolve("postgres"));

        assertRefused("postgres is gone");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(pairing::check)
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why)
                .hasMessageContaining("bring back the folder that belongs here")
                .hasMessageContaining("--data DIR");
    }

    private void makeLog(String id) throws IOException {
        Path log = Files.createDirectories(folder.resolve("kafka/log"));
        Files.writeString(log.resolve("meta.properties"), "version=1\ncluster.id=" + id + "\n");
    }
}
