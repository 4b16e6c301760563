package dev.toolverdicts.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecretFilesTest {

    private static final String ONE = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String OTHER = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    /// So seldom that only a test looks.
    private final SecretFiles files = new SecretFiles(Duration.ofHours(1));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFile() throws IOException {
        file = write("key", ONE);
    }

    @AfterEach
    void noMoreLooks() {
        files.close();
    }

    @Test
    void anotherSecretIsTakenWithoutARestartAndTheSameOneIsTheSameObject() throws IOException {
        Rotating<List<byte[]>> keys = files.watch(List.of(file), KeyLines::read);
        List<byte[]> first = keys.get();
        files.look();
        assertThat(keys.get()).isSameAs(first);

        write("key", OTHER + "\n" + ONE);
        files.look();

        assertThat(keys.get()).hasSize(2);
        assertThat(keys.get().getFirst()).asString().startsWith("fedcba");
        assertThat(keys.get().getLast()).isEqualTo(first.getFirst());
    }

    @Test
    void whatCannotBeUsedChangesNothingAndIsSaidOnceWithoutTheSecret(CapturedOutput output) throws IOException {
        Rotating<List<byte[]>> keys = files.watch(List.of(file), KeyLines::read);
        List<byte[]> first = keys.get();
        for (String wrong : new String[] {"", "bm90IGxvbmcgZW5vdWdo", "no base64!", (ONE + "\n").repeat(9)}) {
            write("key", wrong);
            files.look();
            files.look();
            assertThat(keys.get()).as(wrong).isSameAs(first);
        }
        Files.delete(file);
        files.look();

        assertThat(keys.get()).isSameAs(first);
        assertThat(output.toString().split("event=secret_refused", -1)).hasSize(2);
        assertThat(output).doesNotContain("bm90", "no base64!", "MDEy");
        write("key", OTHER);
        files.look();
        assertThat(output).contains("event=secret_read");
        assertThat(keys.get().getFirst()).asString().startsWith("fedcba");
    }

    @Test
    void atTheStartItIsRefusedByItsName() throws IOException {
        Path weak = write("weak", "c2hvcnQ=");

        assertThatIllegalStateException()
                .isThrownBy(() -> files.watch(List.of(weak), KeyLines::read))
                .withMessageContaining("weak")
                .withMessageNotContaining("c2hvcnQ");
        assertThatIllegalStateException()
                .isThrownBy(() -> files.watch(List.of(folder.resolve("none")), KeyLines::read))
                .withMessageContaining("none");
    }

    @Test
    void severalFilesAreReadInTheirOrder() throws IOException {
        Path second = write("second", OTHER);

        List<byte[]> keys = files.watch(List.of(second, file), KeyLines::read).get();

        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst()).asString().startsWith("fedcba");
    }

    @Test
    void itLooksByItself() throws IOException {
        try (var often = new SecretFiles(Duration.ofMillis(20))) {
            Rotating<String> secret = often.watch(List.of(file), List::getFirst);
            write("key", "another");
            await().atMost(Duration.ofSeconds(10)).until(() -> secret.get().equals("another"));
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content + "\n");
    }
}
