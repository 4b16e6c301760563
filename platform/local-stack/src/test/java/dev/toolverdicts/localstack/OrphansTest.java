package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    @TempDir
    private Path folder;

    private Process left;

    @AfterEach
    void end() {
        if (left != null) {
            left.destroyForcibly();
        }
    }

    @Test
    void aProcessOfThisFolderIsFoundByItsNameAndEnded() throws IOException, InterruptedException {
        var data = new DataFolder(folder.resolve("a folder"));
        leave(new Jvm(16, false).command(data, "vote-service", Sleeper.command()));

        assertThat(Orphans.end(data)).containsExactly("vote-service");

        assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Orphans.of(data)).isEmpty();
    }

    @Test
    void aProcessOfAFolderWithALongerNameIsLeftAlone() throws IOException {
        leave(new Jvm(16, false).command(new DataFolder(folder.resolve("data2")), "vote-service", Sleeper.command()));

        assertThat(Orphans.end(new DataFolder(folder.resolve("data")))).isEmpty();

        assertThat(left.isAlive()).isTrue();
    }

    private void leave(List<String> command) throws IOException {
        left = new ProcessBuilder(command).start();
        assertThat(left.getInputStream().read()).isEqualTo('.');
    }
}
