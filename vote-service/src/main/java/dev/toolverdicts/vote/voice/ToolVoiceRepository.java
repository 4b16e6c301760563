package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.turn.TurnRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.databind.json.JsonMapper;

/// What was last published of each tool, and whether something has changed since. One copy at a
/// time has the turn to sum up.
class ToolVoiceRepository extends TurnRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ToolVoiceRepository(JdbcClient jdbc, JsonMapper json) {
        super(jdbc, "voices!!");
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Says that something is about to change, in the order in which everybody does who changes
    /// more than one.
    void touch(Collection<UUID> tools) {
        jdbc.sql("""
                        INSERT INTO tool_voice (tool_id, version, tally_version, touched)
                        SELECT tool_id, 0, 0, true FROM unnest(:tools) AS t (tool_id) ORDER BY tool_id
                        ON CONFLICT (tool_id) DO UPDATE SET touched = true
                        """).param("tools", new SqlArrayValue("uuid", tools.toArray())).update();
    }

    /// Tools of which something has changed: what is said, or a vote. Their rows are locked, so
    /// what is said about them waits until they are summed up, and is told next time.
    List<UUID> takeDue(int most) {
        return take("WHERE s.touched OR s.tally_version <> coalesce(t.version, 0)", most);
    }

    /// All tools. Where as many changed their minds one way as the other in one batch no tally
    /// tells of it.
    List<UUID> takeAll() {
        return take("", Integer.MAX_VALUE);
    }

    /// Locks all of them and writes only those of which something has changed: `touched` and the
    /// tally's version are as the lock found them.
    private List<UUID> take(String which, int most) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT s.tool_id, coalesce(t.version, 0) AS version,
                                   s.touched OR s.tally_version <> coalesce(t.version, 0) AS changed
                            FROM tool_voice s LEFT JOIN tallies t ON t.tool_id = s.tool_id
                            %s
                            ORDER BY s.tool_id LIMIT :most FOR UPDATE OF s
                        ), noted AS (
                            UPDATE tool_voice s SET touched = false, tally_version = due.version
                            FROM due WHERE s.tool_id = due.tool_id AND due.changed
                        )
                        SELECT tool_id FROM due
                        """.formatted(which))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /// What was published of these; never published ones are not in it.
    Map<UUID, VoiceState> find(Collection<UUID> tools) {
        var found = new HashMap<UUID, VoiceState>();
        jdbc.sql("SELECT tool_id, content FROM tool_voice WHERE tool_id = ANY (:tools) AND content IS NOT NULL")
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .query(row -> {
                    found.put(
                            row.getObject("tool_id", UUID.class),
                            json.readValue(row.getString("content"), VoiceState.class));
                });
        return found;
    }

    void save(VoiceState state) {
        jdbc.sql("UPDATE tool_voice SET version = :version, content = :content::jsonb WHERE tool_id = :tool")
                .param("version", state.version())
                .param("content", json.writeValueAsString(state))
                .param("tool", state.toolId())
                .update();
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT tool_id, version FROM tool_voice WHERE version > 0").query(row -> {
            versions.put(row.getString("tool_id"), row.getLong("version"));
        });
        return versions;
    }
}
