package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the last rebuild of each projection stands, for every copy to see.
final class RebuildRepository {

    private static final String STATUS = """
            SELECT projection,
                   CASE WHEN state = 'running' AND touched_at < clock_timestamp() - interval '1 minute'
                        THEN 'stalled' ELSE state END AS state,
                   records, remaining,
                   CASE WHEN state = 'running' AND records > 0 THEN
                        ceil(remaining * extract(epoch FROM touched_at - started_at) / records)::bigint
                   END AS eta_seconds,
                   differing AS differing_rows, detail, started_at, ended_at
            FROM rebuild
            """;

    private final JdbcClient jdbc;

    RebuildRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Begins a run unless another one is at work. One that has not been heard of for a minute has died, or is about to
    /// find its positions gone.
    boolean begin(String projection, UUID run) {
        return jdbc.sql("""
                        INSERT INTO rebuild AS r (projection, run, state) VALUES (?, ?, 'running')
                        ON CONFLICT (projection) DO UPDATE SET
                            run = excluded.run, state = 'running', records = 0, remaining = NULL, differing = NULL,
                            detail = NULL, started_at = excluded.started_at, touched_at = excluded.touched_at,
                            ended_at = NULL
                        WHERE r.state <> 'running' OR r.touched_at < clock_timestamp() - interval '1 minute'
                        """).params(projection, run).update() == 1;
    }

    /// @return whether the run is still the one at work
    boolean touch(UUID run, long records, long remaining) {
        return jdbc.sql("""
                        UPDATE rebuild SET records = ?, remaining = ?, touched_at = clock_timestamp()
                        WHERE run = ? AND state = 'running'
                        """).params(records, remaining, run).update() == 1;
    }

    void note(UUID run, String detail) {
        jdbc.sql("UPDATE rebuild SET detail = ? WHERE run = ? AND state = 'running'")
                .params(detail, run)
                .update();
    }

    /// Keeps the run at work until the transaction ends: nobody can abandon or replace it meanwhile.
    boolean hold(UUID run) {
        return jdbc.sql("SELECT 1 FROM rebuild WHERE run = ? AND state = 'running' FOR UPDATE")
                .param(run)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void done(UUID run, long records, long differing) {
        jdbc.sql("""
                        UPDATE rebuild SET state = 'done', records = ?, remaining = 0, differing = ?, detail = NULL,
                            ended_at = clock_timestamp()
                        WHERE run = ?
                        """).params(records, differing, run).update();
    }

    /// @return whether the run was still at work
    boolean end(UUID run, String state, String detail) {
        return jdbc.sql("""
                        UPDATE rebuild SET state = ?, detail = ?, ended_at = clock_timestamp()
                        WHERE run = ? AND state = 'running'
                        """).params(state, detail, run).update() == 1;
    }

    @Nullable
    UUID running(String projection) {
        return jdbc.sql("SELECT run FROM rebuild WHERE projection = ? AND state = 'running' FOR UPDATE")
                .param(projection)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    List<RebuildStatus> all() {
        return jdbc.sql(STATUS + "ORDER BY projection")
                .query(RebuildStatus.class)
                .list();
    }

    @Nullable
    RebuildStatus find(String projection) {
        return jdbc.sql(STATUS + "WHERE projection = ?")
                .param(projection)
                .query(RebuildStatus.class)
                .optional()
                .orElse(null);
    }
}
