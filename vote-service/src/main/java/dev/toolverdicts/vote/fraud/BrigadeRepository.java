package dev.toolverdicts.vote.fraud;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Which tools are flagged, and until when. A flag that goes up or down is news of the tool's tally.
class BrigadeRepository {

    private final JdbcClient jdbc;

    BrigadeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return the tools that were not flagged before
    List<UUID> raise(Collection<UUID> tools, Instant now, Instant until) {
        return jdbc.sql("""
                        WITH flagged AS (
                            INSERT INTO tool_brigade AS b (tool_id, active, since, active_until)
                            SELECT tool_id, true, :now, :until FROM unnest(:tools) AS rushed (tool_id)
                            ON CONFLICT (tool_id) DO UPDATE SET
                                active = true, active_until = greatest(b.active_until, excluded.active_until),
                                since = CASE WHEN b.active THEN b.since ELSE excluded.since END
                            RETURNING b.tool_id, coalesce(old.active, false) AS before
                        )
                        SELECT tool_id FROM flagged WHERE NOT before
                        """)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    /// Takes down the flags whose time is over.
    List<UUID> lower(Instant now) {
        return jdbc.sql("""
                        UPDATE tool_brigade SET active = false WHERE active AND active_until <= :now RETURNING tool_id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    boolean anyOver(Instant now) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM tool_brigade WHERE active AND active_until <= :now)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /// Makes their tallies go out again. Locked in the order in which the counters lock them.
    void publishAgain(Collection<UUID> tools) {
        jdbc.sql("""
                        UPDATE tallies t SET version = t.version + 1
                        FROM (SELECT tool_id FROM tallies WHERE tool_id = ANY (:tools) ORDER BY tool_id FOR UPDATE) AS locked
                        WHERE t.tool_id = locked.tool_id
                        """).param("tools", new SqlArrayValue("uuid", tools.toArray())).update();
    }
}
