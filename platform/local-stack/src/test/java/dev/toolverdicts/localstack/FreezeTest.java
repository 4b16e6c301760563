package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreezeTest {

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path written;
    private Process writer;

    @BeforeEach
    void aProcessThatWrites() throws IOException {
        written = folder.resolve("written");
        writer = java(Counting.class, written.toString());
        awaitMore();
    }

    @AfterEach
    void end() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void whoIsHeldWritesNothingAndGoesOnAfterwards() throws IOException {
        try (var freeze = Freeze.of(List.of(writer.toHandle()))) {
            assertStill(written);
            freeze.requireStill();
        }

        awaitMore();
    }

    @Test
    void childrenAreHeldToo() throws IOException {
        Path byChild = folder.resolve("by a child");
        var words = new ArrayList<>(List.of("sh", "-c", "\"$@\"; exit", "sh"));
        words.addAll(command(Counting.class, byChild.toString()));
        Process parent = start(words);
        await().atMost(Duration.ofSeconds(20)).until(() -> size(byChild) > 0);

        try (var freeze = Freeze.of(List.of(parent.toHandle()))) {
            assertStill(byChild);
            freeze.requireStill();
        }

        long size = size(byChild);
        await().atMost(Duration.ofSeconds(10)).until(() -> size(byChild) > size);
    }

    @Test
    void whoHoldsAndIsKilledLetsGo() throws IOException {
        Process holder = java(Counting.Holding.class, Long.toString(writer.pid()));
        assertThat(holder.getInputStream().read()).isEqualTo('.');
        assertStill(written);

        holder.destroyForcibly();

        awaitMore();
    }

    @Test
    void whoIsWokenMeanwhileIsFound() throws IOException {
        try (var freeze = Freeze.of(List.of(writer.toHandle()))) {
            Signals.send(writer.pid(), "CONT");

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThatThrownBy(freeze::requireStill)
                            .isInstanceOf(Refused.class)
                            .hasMessageContaining("try again"));
        }
    }

    @Test
    void whoDiesMeanwhileIsFound() throws IOException, InterruptedException {
        try (var freeze = Freeze.of(List.of(writer.toHandle()))) {
            writer.destroyForcibly().waitFor();

            assertThatThrownBy(freeze::requireStill).isInstanceOf(Refused.class);
        }
    }

    private void awaitMore() throws IOException {
        long size = size(written);
        await().atMost(Duration.ofSeconds(20)).until(() -> size(written) > size);
    }

    private static void assertStill(Path file) throws IOException {
        long size = size(file);
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(2)).until(() -> size(file) == size);
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Process java(Class<?> main, String argument) throws IOException {
        return start(command(main, argument));
    }

    private static List<String> command(Class<?> main, String argument) {
        return List.of(Jvm.PROGRAM, "-Xmx32m", "-cp", System.getProperty("java.class.path"), main.getName(), argument);
    }

    private Process start(List<String> words) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }
}
