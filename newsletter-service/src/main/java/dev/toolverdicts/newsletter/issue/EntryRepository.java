package dev.toolverdicts.newsletter.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What issues tell, in the order they tell it.
@Repository
class EntryRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EntryRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<IssueEntry> of(UUID issueId) {
        return jdbc.sql("""
                        SELECT entry_id, dropped, note, kind, tool_id, slug, since, facts
                        FROM issue_entry WHERE issue_id = :issue ORDER BY place
                        """)
                .param("issue", issueId)
                .query((row, _) -> entry(row))
                .list();
    }

    void insert(UUID issueId, List<IssueEntry> entries) {
        for (int place = 0; place < entries.size(); place++) {
            insert(issueId, place, entries.get(place));
        }
    }

    /// Where the next issue will measure movement from.
    void keepTallies(UUID issueId) {
        jdbc.sql("""
                        INSERT INTO issue_tally (issue_id, tool_id, ships, skips)
                        SELECT :issue, tool_id, ships, skips FROM digest_tally
                        """).param("issue", issueId).update();
    }

    /// Keeps what an editor has said of the entries and the order they are given in.
    void arrange(UUID issueId, List<IssueEntry> entries) {
        for (int place = 0; place < entries.size(); place++) {
            IssueEntry entry = entries.get(place);
            jdbc.sql("""
                            UPDATE issue_entry SET place = :place, dropped = :dropped, note = :note
                            WHERE issue_id = :issue AND entry_id = :id
                            """)
                    .param("place", place)
                    .param("dropped", entry.dropped())
                    .param("note", entry.note())
                    .param("issue", issueId)
                    .param("id", entry.id())
                    .update();
        }
    }

    private void insert(UUID issueId, int place, IssueEntry entry) {
        jdbc.sql("""
                        INSERT INTO issue_entry (issue_id, entry_id, place, dropped, note, kind, tool_id, slug, since, facts)
                        VALUES (:issue, :id, :place, :dropped, :note, :kind, :tool, :slug, :since, :facts::jsonb)
                        """)
                .param("issue", issueId)
                .param("id", entry.id())
                .param("place", place)
                .param("dropped", entry.dropped())
                .param("note", entry.note())
                .param("kind", entry.kind().toString())
                .param("tool", entry.toolId())
                .param("slug", entry.slug())
                .param("since", entry.since() == null ? null : entry.since().atOffset(ZoneOffset.UTC))
                .param("facts", json.writeValueAsString(entry.facts()))
                .update();
    }

    private IssueEntry entry(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new IssueEntry(
                row.getInt("entry_id"),
                row.getBoolean("dropped"),
                row.getString("note"),
                EntryKind.of(row.getString("kind")),
                row.getObject("tool_id", UUID.class),
                row.getString("slug"),
                since == null ? null : since.toInstant(),
                json.readValue(row.getString("facts"), EntryFacts.class));
    }
}
