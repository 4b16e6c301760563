package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private LogFile log;

    @BeforeEach
    void aLog() {
        path = folder.resolve("vote-service.log");
        log = new LogFile(path);
    }

    @Test
    void aLogThatIsNotThereIsEmpty() {
        assertThat(log.size()).isZero();
        assertThat(log.since(0)).isEmpty();
    }

    @Test
    void onlyWhatCameLaterIsRead() throws IOException {
        Files.writeString(path, "before\n");
        long size = log.size();
        Files.writeString(path, "after\n", StandardOpenOption.APPEND);

        assertThat(log.since(size)).containsExactly("after");
    }

    @Test
    void aLogThatGrewTooLargeIsMovedAsideWhileItsWriterGoesOn() throws IOException {
        try (Writer writer = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write("old\n");
            writer.flush();
            log.keepBelow(3);
            writer.write("new\n");
        }

        assertThat(path).hasContent("new");
        assertThat(folder.resolve("vote-service.log.1")).hasContent("old");
        assertThat(log.since(100)).containsExactly("new");
    }
}
