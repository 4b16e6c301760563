package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.turn.TurnRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.databind.json.JsonMapper;

/// The ranks as they were last published. One copy at a time has the turn to compute them.
class DuelRankRepository extends TurnRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DuelRankRepository(JdbcClient jdbc, JsonMapper json) {
        super(jdbc, "duelrank");
        this.jdbc = jdbc;
        this.json = json;
    }

    List<DuelRankState> all() {
        return jdbc.sql("SELECT content FROM duel_rank")
                .query((row, _) -> read(row.getString("content")))
                .list();
    }

    List<DuelRankState> find(Collection<String> categories) {
        return jdbc.sql("SELECT content FROM duel_rank WHERE category_key = ANY (:keys)")
                .param("keys", new SqlArrayValue("text", categories.toArray()))
                .query((row, _) -> read(row.getString("content")))
                .list();
    }

    private DuelRankState read(String content) {
        return json.readValue(content, DuelRankState.class);
    }

    void save(DuelRankState state) {
        jdbc.sql("""
                        INSERT INTO duel_rank (category_key, version, content) VALUES (:key, :version, :content::jsonb)
                        ON CONFLICT (category_key) DO UPDATE SET version = excluded.version, content = excluded.content
                        """)
                .param("key", state.categoryKey())
                .param("version", state.version())
                .param("content", json.writeValueAsString(state))
                .update();
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT category_key, version FROM duel_rank").query(row -> {
            versions.put(row.getString("category_key"), row.getLong("version"));
        });
        return versions;
    }
}
