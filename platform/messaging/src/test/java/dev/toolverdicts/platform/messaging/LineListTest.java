package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineListTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T12:00:00Z");
    /// Takes every file and no byte.
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path temporary;

    private Path folder;
    private LineList list;

    @BeforeEach
    void list() {
        folder = temporary.resolve("a list");
        list = aCopy(UUID::randomUUID);
    }

    @Test
    void whatIsNotThereYetIsAnEmptyList() throws IOException {
        assertThat(list.read(Optional::of)).isEmpty();
    }

    @Test
    void whatEveryCopyHasAddedIsReadByAll() throws IOException {
        list.add(MONDAY, "one");
        aCopy(UUID::randomUUID).add(MONDAY, "two");

        assertThat(list.read(Optional::of)).containsExactlyInAnyOrder("one", "two");
        assertThat(aCopy(UUID::randomUUID).read(Optional::of)).hasSize(2);
        assertThat(files()).hasSize(2);
    }

    @Test
    void aCopyHasOneFileForADay() throws IOException {
        list.add(MONDAY, "one");
        list.add(MONDAY, "two");
        list.add(TUESDAY, "three");

        assertThat(files()).hasSize(2);
        assertThat(files().getFirst()).startsWith("2026-11-23-").endsWith(".line");
        assertThat(files().getLast()).startsWith("2026-11-24-").endsWith(".line");
        assertThat(list.read(Optional::of)).containsExactly("one", "two", "three");
    }

    @Test
    void halfALineAtTheEndIsPassedOver() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("2026-11-23-x.line"), "one\ntw");

        assertThat(list.read(Optional::of)).containsExactly("one");
    }

    @Test
    void aLineThatMeansNothingEndsReadingAndNamesItsFile() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("2026-11-23-x.line"), "1\nnonsense\n3\n");

        assertThatThrownBy(() -> list.read(
                        line -> line.matches("[0-9]") ? Optional.of(Integer.valueOf(line)) : Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2026-11-23-x.line")
                .hasMessageContaining("nonsense");
    }

    @Test
    void otherFilesInTheFolderAreNoneOfItsBusiness() throws IOException {
        list.add(MONDAY, "one");
        Files.writeString(folder.resolve("README"), "what this is\n");

        assertThat(list.read(Optional::of)).containsExactly("one");
    }

    @Test
    void aFullDiskIsToldAndWhatComesLaterStandsInAnotherFile() throws IOException {
        assumeTrue(Files.exists(FULL), "there is no " + FULL + " on this system");
        Iterator<UUID> names = List.of(new UUID(0, 1), new UUID(0, 2)).iterator();
        LineList full = aCopy(names::next);
        Path broken = folder.resolve("2026-11-23-" + new UUID(0, 1) + ".line");
        Files.createDirectories(folder);
        Files.createSymbolicLink(broken, FULL);

        assertThatThrownBy(() -> full.add(MONDAY, "one")).isInstanceOf(IOException.class);
        full.add(MONDAY, "one");

        Files.delete(broken);
        assertThat(full.read(Optional::of)).containsExactly("one");
    }

    private LineList aCopy(Ids ids) {
        return new LineList(folder, ".line", ids);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
