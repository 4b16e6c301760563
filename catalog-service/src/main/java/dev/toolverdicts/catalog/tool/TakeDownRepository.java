package dev.toolverdicts.catalog.tool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who took which tool down and showed it again; added to and never changed.
@Repository
class TakeDownRepository {

    private final JdbcClient jdbc;

    TakeDownRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID toolId, long version, TakeDownEntry entry) {
        jdbc.sql("""
                        INSERT INTO tool_take_down (tool_id, version, act, reason, actor, at)
                        VALUES (:id, :version, :act, :reason, :actor, :at)
                        """)
                .param("id", toolId)
                .param("version", version)
                .param("act", entry.act())
                .param("reason", entry.reason())
                .param("actor", entry.actor())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<TakeDownEntry> of(UUID toolId) {
        return jdbc.sql("SELECT act, reason, actor, at FROM tool_take_down WHERE tool_id = :id ORDER BY version DESC")
                .param("id", toolId)
                .query((row, _) -> entry(row))
                .list();
    }

    private static TakeDownEntry entry(ResultSet row) throws SQLException {
        return new TakeDownEntry(
                row.getString("act"),
                row.getString("reason"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
