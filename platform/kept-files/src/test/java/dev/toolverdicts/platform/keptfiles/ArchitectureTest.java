package dev.toolverdicts.platform.keptfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Pattern BUSINESS =
            Pattern.compile("(?i)(?<![a-z])(tool|review|vote|issue|subscriber|critic|verdict|newsletter)s?(?![a-z])");

    @Test
    void itKnowsNoBusinessWord() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            List<Path> files = sources.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(5);
            for (Path file : files) {
                assertThat(Files.readString(file).replace("import tools.jackson.", ""))
                        .as(file.toString())
                        .doesNotContainPattern(BUSINESS);
            }
        }
    }
}
