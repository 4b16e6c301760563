package dev.toolverdicts.catalog.tool;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What changed of the facts of tools; added to and never changed.
@Repository
class FactChangeRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FactChangeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param tool the version that the changes led to
    void add(Tool tool, List<FactKind.Change> changes, String actor) {
        for (FactKind.Change change : changes) {
            jdbc.sql("""
                            INSERT INTO fact_change (tool_id, version, kind, old_value, new_value, source_url, at, actor)
                            VALUES (:id, :version, :kind, :old::jsonb, :next::jsonb, :source, :at, :actor)
                            """)
                    .param("id", tool.toolId())
                    .param("version", tool.version())
                    .param("kind", change.kind().word())
                    .param("old", json.writeValueAsString(change.old()))
                    .param("next", json.writeValueAsString(change.next()))
                    .param("source", change.source())
                    .param("at", tool.updatedAt().atOffset(ZoneOffset.UTC))
                    .param("actor", actor)
                    .update();
        }
    }
}
