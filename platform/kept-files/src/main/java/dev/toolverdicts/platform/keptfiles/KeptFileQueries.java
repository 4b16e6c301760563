package dev.toolverdicts.platform.keptfiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the files that are kept.
public class KeptFileQueries {

    private final JdbcClient jdbc;

    public KeptFileQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(LocalDate day, Instant writtenAt, KeptFile file) {}

    /// The latest first.
    public List<KeptDay> days() {
        return grouped(jdbc.sql("""
                        SELECT day, written_at, name, rows, bytes, sha256
                        FROM kept_day JOIN kept_file USING (day) ORDER BY day DESC, name
                        """).query((row, _) -> row(row)).list());
    }

    public Optional<KeptDay> day(LocalDate day) {
        return grouped(jdbc.sql("""
                                SELECT day, written_at, name, rows, bytes, sha256
                                FROM kept_day JOIN kept_file USING (day) WHERE day = :day ORDER BY name
                                """)
                        .param("day", day)
                        .query((row, _) -> row(row))
                        .list())
                .stream()
                .findFirst();
    }

    public boolean isMade(LocalDate day) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM kept_day WHERE day = :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /// A piece of a file; empty after the last one, and when the file is gone meanwhile.
    ///
    /// @param number from 0 on
    public Optional<byte[]> chunk(LocalDate day, String name, int number) {
        return jdbc.sql("SELECT bytes FROM kept_chunk WHERE day = :day AND name = :name AND number = :number")
                .param("day", day)
                .param("name", name)
                .param("number", number)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    /// In how many pieces a file is kept.
    public static int chunks(KeptFile file) {
        return Math.toIntExact((file.bytes() + ChunkedOutput.SIZE - 1) / ChunkedOutput.SIZE);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("day", LocalDate.class),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                new KeptFile(
                        row.getString("name"), row.getLong("rows"), row.getLong("bytes"), row.getString("sha256")));
    }

    private static List<KeptDay> grouped(List<Row> rows) {
        Map<LocalDate, List<Row>> days = new LinkedHashMap<>();
        rows.forEach(
                row -> days.computeIfAbsent(row.day(), _ -> new ArrayList<>()).add(row));
        return days.values().stream()
                .map(files -> new KeptDay(
                        files.getFirst().day(),
                        files.getFirst().writtenAt(),
                        files.stream().map(Row::file).toList()))
                .toList();
    }
}
