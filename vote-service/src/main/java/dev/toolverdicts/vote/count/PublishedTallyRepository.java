package dev.toolverdicts.vote.count;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Which version of each tally was last handed to the outbox.
class PublishedTallyRepository {

    /// One publisher at a time, in whichever copy: without it two could append one tally's states in the
    /// wrong order.
    private static final long TURN = 0x7461_6c6c_7970_7562L;

    private final JdbcClient jdbc;

    PublishedTallyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the turn until the transaction ends, if no other copy has it.
    boolean tryTurn() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(TURN)
                .query(Boolean.class)
                .single();
    }

    /// Waits for the turn and takes it until the transaction ends.
    void awaitTurn() {
        var _ = jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) turn")
                .param(TURN)
                .query(Integer.class)
                .single();
    }

    void published(List<Tally> tallies, Instant now) {
        jdbc.sql("""
                        INSERT INTO tally_published AS p (tool_id, version, published_at)
                        SELECT tool_id, version, :now FROM unnest(:tools, :versions) AS sent (tool_id, version)
                        ON CONFLICT (tool_id) DO UPDATE SET
                            version = excluded.version, published_at = excluded.published_at
                        WHERE p.version <= excluded.version
                        """)
                .param(
                        "tools",
                        new SqlArrayValue(
                                "uuid", tallies.stream().map(Tally::toolId).toArray()))
                .param(
                        "versions",
                        new SqlArrayValue(
                                "int8", tallies.stream().map(Tally::version).toArray()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT tool_id, version FROM tally_published").query(row -> {
            versions.put(row.getString("tool_id"), row.getLong("version"));
        });
        return versions;
    }
}
