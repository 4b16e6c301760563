package dev.toolverdicts.platform.keptfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class RowFilesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private final JsonMapper json = new JsonMapper();
    private final Memory memory = new Memory();

    /// Keeps in memory what the database would keep.
    private static final class Memory extends KeptFileRepository {

        private final Map<String, ByteArrayOutputStream> chunks = new HashMap<>();
        private final List<KeptFile> files = new ArrayList<>();

        Memory() {
            super(JdbcClient.create(new DriverManagerDataSource()));
        }

        @Override
        void add(LocalDate day, String name, int number, byte[] bytes) {
            chunks.computeIfAbsent(name, _ -> new ByteArrayOutputStream()).writeBytes(bytes);
        }

        @Override
        void finish(LocalDate day, KeptFile file) {
            files.add(file);
        }

        String text(String name) throws IOException {
            byte[] packed =
                    chunks.getOrDefault(name, new ByteArrayOutputStream()).toByteArray();
            try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return new String(in.readAllBytes(), UTF_8);
            }
        }
    }

    @Test
    void theSameRowsStandInBothFiles() throws IOException {
        try (RowFiles rows = RowFiles.open(memory, DAY, "things", List.of("slug", "amount", "tags", "at"), json)) {
            rows.add("a", new BigDecimal("1.50"), List.of("x", "y"), Instant.parse("2026-11-24T12:00:00Z"));
            rows.add("b, \"quoted\"", null, List.of(), null);
        }

        assertThat(memory.text("things.ndjson.gz")).isEqualTo("""
                        {"slug":"a","amount":1.50,"tags":["x","y"],"at":"2026-11-24T12:00:00Z"}
                        {"slug":"b, \\"quoted\\"","amount":null,"tags":[],"at":null}
                        """);
        assertThat(memory.text("things.csv.gz"))
                .isEqualTo("\"slug\",\"amount\",\"tags\",\"at\"\r\n"
                        + "\"a\",1.50,\"x | y\",\"2026-11-24T12:00:00Z\"\r\n"
                        + "\"b, \"\"quoted\"\"\",,\"\",\r\n");
        assertThat(memory.files).extracting(KeptFile::name).containsExactly("things.ndjson.gz", "things.csv.gz");
        assertThat(memory.files).extracting(KeptFile::rows).containsOnly(2L);
    }

    @Test
    void aFileWithoutRowsIsAFileToo() throws IOException {
        RowFiles.open(memory, DAY, "none", List.of("slug"), json).close();

        assertThat(memory.text("none.ndjson.gz")).isEmpty();
        assertThat(memory.text("none.csv.gz")).isEqualTo("\"slug\"\r\n");
    }

    @Test
    void aFormulaIsText() {
        assertThat(RowFiles.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(RowFiles.cell("@x")).isEqualTo("\"'@x\"");
        assertThat(RowFiles.cell(-1)).isEqualTo("-1");
        assertThat(RowFiles.cell(true)).isEqualTo("true");
        assertThat(RowFiles.cell(null)).isEmpty();
    }

    @Test
    void aRowHasAValueForEachColumn() {
        try (RowFiles rows = RowFiles.open(memory, DAY, "things", List.of("a", "b"), json)) {
            assertThatThrownBy(() -> rows.add("one")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sumsAreReadBySha256sum() {
        var day = new KeptDay(
                DAY, Instant.EPOCH, List.of(new KeptFile("a.csv.gz", 1, 2, "ab"), new KeptFile("b", 0, 0, "cd")));

        assertThat(day.sums()).isEqualTo("ab  a.csv.gz\ncd  b\n");
    }
}
