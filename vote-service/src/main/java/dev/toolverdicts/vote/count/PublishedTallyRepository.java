package dev.toolverdicts.vote.count;

import dev.toolverdicts.vote.turn.TurnRepository;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Which version of each tally was last handed to the outbox.
/// One publisher has the turn at a time, in whichever copy: without it two could append one tally's states in the wrong
/// order.
class PublishedTallyRepository extends TurnRepository {

    private final JdbcClient jdbc;

    PublishedTallyRepository(JdbcClient jdbc) {
        super(jdbc, "tallypub");
        this.jdbc = jdbc;
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
