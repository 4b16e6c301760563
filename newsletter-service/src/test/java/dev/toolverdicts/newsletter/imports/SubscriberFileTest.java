package dev.toolverdicts.newsletter.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberFileTest {

    @TempDir
    private Path folder;

    private List<Line> read(byte[] content) {
        try {
            Path path = folder.resolve("people.csv");
            Files.write(path, content);
            List<Line> lines = new ArrayList<>();
            new SubscriberFile(path).each(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Line> read(String content) {
        return read(content.getBytes(UTF_8));
    }

    private Line.Fault fault(String content) {
        List<Line> lines = read(content);
        assertThat(lines).singleElement().isInstanceOf(Line.Fault.class);
        return (Line.Fault) lines.getFirst();
    }

    private static Line.Wish wish(Line line) {
        assertThat(line).isInstanceOf(Line.Wish.class);
        return (Line.Wish) line;
    }

    @Test
    void columnsAreFoundByTheirNamesInAnyOrderAndCase() {
        List<Line> lines = read("\uFEFFTopics,E-mail\r\n".replace("E-mail", "EMAIL")
                + "\"models coding\",\"Ada@Example.ORG\"\r\n\r\n,bob@example.org\r\n");

        Line.Wish ada = wish(lines.get(0));
        assertThat(ada.number()).isEqualTo(2);
        assertThat(ada.subscription().email().text()).isEqualTo("Ada@example.org");
        assertThat(ada.subscription().topics()).containsExactly("models", "coding");
        assertThat(ada.subscription().source()).isEqualTo("import");
        assertThat(wish(lines.get(1)).number()).isEqualTo(4);
        assertThat(lines).hasSize(2);
    }

    @Test
    void semicolonsDivideToo() {
        assertThat(wish(read("email;source\na@example.org;fair-2026\n").getFirst())
                        .subscription()
                        .source())
                .isEqualTo("fair-2026");
    }

    @Test
    void aLineNumberCountsLinesNotRows() {
        List<Line> lines = read("email,source\na@example.org,\"two\nlines\"\nnobody,x\n");

        assertThat(((Line.Fault) lines.get(0)).number()).isEqualTo(2);
        assertThat(((Line.Fault) lines.get(1)).number()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a@example.org\nBcc: victim@example.org\"",
                "\"a@example.org\rX: y\"",
                "a%0d%0aBcc:b@example.org",
                "a=0D=0Ab@example.org",
                "a\u560a@example.org",
                "a\u0000b@example.org",
                "\"a\"\"b\"\"@example.org\"",
                "two@signs@example.org,",
                "nobody"
            })
    void whatCouldBecomeAHeaderIsNoAddress(String cell) {
        List<Line> lines = read("email\n" + cell + "\n");
        assertThat(lines).singleElement().isInstanceOf(Line.Fault.class);
        assertThat(((Line.Fault) lines.getFirst()).detail()).doesNotContain("Bcc", "victim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|x@example.org", "+1@example.org", "-1@example.org", "@sum", "'=1@example.org"})
    void formulasAreRefused(String cell) {
        assertThat(fault("email\n" + cell + "\n").detail()).contains("formula");
        assertThat(fault("email,source\na@example.org," + cell + "\n").column()).isEqualTo("source");
    }

    @Test
    void topicsAndFieldsAreCounted() {
        assertThat(fault("email,topics\na@example.org,No Topic!\n").column()).isEqualTo("topics");
        assertThat(fault("email\na@example.org,more\n").detail()).contains("2 fields");
        assertThat(fault("email,topics\na@example.org\n").detail()).contains("1 fields");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name\\nAda\\n | must name a column email",
                "email,phone\\na@example.org,1\\n | and no other",
                "email,email\\na@example.org,b@example.org\\n | twice",
                "email\\n\"a@example.org\\n | line 2: quotes must stand",
                "email\\na@example.org\\n\"b\"c@example.org\\n | line 3: quotes must stand",
            })
    void aFileThatCannotBeReadIsNotTaken(String content, String why) {
        assertThatThrownBy(() -> read(content.replace("\\n", "\n")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(why);
    }

    @Test
    void anEmptyFileAnotherEncodingAndAnEndlessRowAreNotTaken() {
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> read("email\njörg@example.org\n".getBytes(ISO_8859_1)))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> read("email\n\"" + "x".repeat(200_000))).hasMessageContaining("64 KiB");
    }

    @Test
    void addressesAreSeenOnce() {
        var seen = new SeenAddresses();
        for (int i = 0; i < 5000; i++) {
            assertThat(seen.add("reader-" + i + "@example.org")).isTrue();
        }
        for (int i = 0; i < 5000; i++) {
            assertThat(seen.add("reader-" + i + "@example.org")).isFalse();
        }
    }
}
