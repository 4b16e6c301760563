package dev.toolverdicts.review.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PanelRepository {

    private final JdbcClient jdbc;

    PanelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the tool's turn. Two critics of one tool would otherwise each count the reviews without the other's:
    /// call this before anything of the tool is read. Under READ COMMITTED every later statement sees what the
    /// transaction before us has written.
    Optional<Panel> lock(UUID toolId) {
        return jdbc.sql("SELECT * FROM panel WHERE tool_id = :id FOR UPDATE")
                .param("id", toolId)
                .query((row, _) -> panel(row))
                .optional();
    }

    /// @return whether the tool had no panel yet
    boolean open(Panel panel) {
        return jdbc.sql("""
                        INSERT INTO panel (tool_id, version, ships, skips, verdict, verdict_since, previous_verdict, updated_at)
                        VALUES (:id, :version, :ships, :skips, :verdict, :verdictSince, :previousVerdict, :updatedAt)
                        ON CONFLICT (tool_id) DO NOTHING
                        """).params(values(panel)).update() > 0;
    }

    void save(Panel panel) {
        jdbc.sql("""
                        UPDATE panel SET version = :version, ships = :ships, skips = :skips, verdict = :verdict,
                            verdict_since = :verdictSince, previous_verdict = :previousVerdict, updated_at = :updatedAt
                        WHERE tool_id = :id
                        """).params(values(panel)).update();
    }

    /// All tools with a panel, in the one order in which several may be locked.
    List<UUID> toolIds() {
        return jdbc.sql("SELECT tool_id FROM panel ORDER BY tool_id")
                .query(UUID.class)
                .list();
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT tool_id, version FROM panel").query(row -> {
            versions.put(row.getString("tool_id"), row.getLong("version"));
        });
        return versions;
    }

    private static Map<String, Object> values(Panel panel) {
        var values = new HashMap<String, Object>();
        values.put("id", panel.toolId());
        values.put("version", panel.version());
        values.put("ships", panel.ships());
        values.put("skips", panel.skips());
        values.put("verdict", panel.verdict().toString());
        values.put("verdictSince", panel.verdictSince().atOffset(ZoneOffset.UTC));
        PanelVerdict previous = panel.previousVerdict();
        values.put("previousVerdict", previous == null ? null : previous.toString());
        values.put("updatedAt", panel.updatedAt().atOffset(ZoneOffset.UTC));
        return values;
    }

    private static Panel panel(ResultSet row) throws SQLException {
        String previous = row.getString("previous_verdict");
        return new Panel(
                row.getObject("tool_id", UUID.class),
                row.getLong("version"),
                row.getInt("ships"),
                row.getInt("skips"),
                PanelVerdict.of(row.getString("verdict")),
                row.getObject("verdict_since", OffsetDateTime.class).toInstant(),
                previous == null ? null : PanelVerdict.of(previous),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
