package dev.toolverdicts.newsletter.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class DigestQueries {

    private static final Comparator<DigestEntry> READING_ORDER = Comparator.comparing(DigestEntry::kind)
            .thenComparing(DigestEntry::since, Comparator.reverseOrder())
            .thenComparing(entry -> entry.tool().slug());

    private final JdbcClient jdbc;

    DigestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Digest week(IsoWeek week) {
        Instant asOf = asOf(); // before the entries: what arrives in between is shown, not promised
        List<DigestEntry> entries = jdbc.sql("""
                        SELECT kind, slug, name, tagline, from_value, to_value, ships, skips, since
                        FROM digest_entry
                        WHERE since >= :start AND since < :end
                        """)
                .param("start", week.start().atOffset(ZoneOffset.UTC))
                .param("end", week.end().atOffset(ZoneOffset.UTC))
                .query((row, _) -> entry(row))
                .list();
        return new Digest(
                week.toString(),
                week.start(),
                week.end(),
                entries.stream().sorted(READING_ORDER).toList(),
                asOf);
    }

    /// The time of the newest state that has arrived.
    public Instant asOf() {
        return jdbc.sql("""
                        SELECT coalesce(
                            greatest(
                                (SELECT max(updated_at) FROM digest_tool),
                                (SELECT max(updated_at) FROM digest_panel)),
                            to_timestamp(0))
                        """).query(OffsetDateTime.class).single().toInstant();
    }

    private static DigestEntry entry(ResultSet row) throws SQLException {
        return new DigestEntry(
                DigestKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new DigestEntry.ToldTool(row.getString("slug"), row.getString("name"), row.getString("tagline")),
                row.getString("from_value"),
                row.getString("to_value"),
                panel(row),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static DigestEntry.@Nullable PanelCounts panel(ResultSet row) throws SQLException {
        int ships = row.getInt("ships");
        return row.wasNull() ? null : new DigestEntry.PanelCounts(ships, row.getInt("skips"));
    }
}
