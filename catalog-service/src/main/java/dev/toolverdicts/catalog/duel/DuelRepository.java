package dev.toolverdicts.catalog.duel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DuelRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DuelRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(PairState pair) {
        jdbc.sql("""
                        INSERT INTO duel_pair AS old (tool_a, tool_b, version, wins_a, wins_b, ties)
                        VALUES (:a, :b, :version, :winsA, :winsB, :ties)
                        ON CONFLICT (tool_a, tool_b) DO UPDATE SET version = excluded.version,
                            wins_a = excluded.wins_a, wins_b = excluded.wins_b, ties = excluded.ties
                        WHERE old.version < excluded.version
                        """)
                .param("a", pair.toolA())
                .param("b", pair.toolB())
                .param("version", pair.version())
                .param("winsA", pair.winsA())
                .param("winsB", pair.winsB())
                .param("ties", pair.ties())
                .update();
    }

    void save(RankState rank) {
        jdbc.sql("""
                        INSERT INTO duel_rank AS old (category_key, version, content)
                        VALUES (:key, :version, :content::jsonb)
                        ON CONFLICT (category_key) DO UPDATE SET version = excluded.version, content = excluded.content
                        WHERE old.version < excluded.version
                        """)
                .param("key", rank.categoryKey())
                .param("version", rank.version())
                .param("content", json.writeValueAsString(rank))
                .update();
    }
}
