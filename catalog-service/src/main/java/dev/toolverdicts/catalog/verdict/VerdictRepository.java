package dev.toolverdicts.catalog.verdict;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VerdictRepository {

    private final JdbcClient jdbc;

    VerdictRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(VerdictState state) {
        jdbc.sql("""
                        INSERT INTO tool_verdict AS old (tool_id, version, verdict, previous_verdict, since)
                        VALUES (:id, :version, :verdict, :previous, :since)
                        ON CONFLICT (tool_id) DO UPDATE SET
                            version = excluded.version, verdict = excluded.verdict,
                            previous_verdict = excluded.previous_verdict, since = excluded.since
                        WHERE old.version < excluded.version
                        """)
                .param("id", state.toolId())
                .param("version", state.version())
                .param("verdict", state.verdict())
                .param("previous", state.previousVerdict())
                .param("since", state.verdictSince().atOffset(ZoneOffset.UTC))
                .update();
    }
}
