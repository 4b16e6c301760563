package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The README's promise to newcomers: eleven files, read in an afternoon.
class FollowOneVoteTest {

    private static final String HEADING = "## Follow one vote";
    private static final Pattern FILE = Pattern.compile("`([^`\\s]+/[^`\\s]+\\.[a-z]+)`");

    @Test
    void elevenFilesTellTheWayOfAVote() throws IOException {
        List<Path> files = files();

        assertThat(files)
                .hasSize(11)
                .doesNotHaveDuplicates()
                .allSatisfy(file -> assertThat(file).isRegularFile());
        int lines = 0;
        for (Path file : files) {
            lines += Files.readAllLines(file).size();
        }
        assertThat(lines).as("lines of all files").isLessThan(900);
    }

    private static List<Path> files() throws IOException {
        String readme = Files.readString(Checkout.ROOT.resolve("README.md"));
        assertThat(readme).contains(HEADING + "\n");
        String section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
        int next = section.indexOf("\n## ");
        return FILE.matcher(next < 0 ? section : section.substring(0, next))
                .results()
                .map(found -> Checkout.ROOT.resolve(found.group(1)))
                .toList();
    }
}
