package dev.toolverdicts.vote.count;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Votes and the tallies that count them, changed together or not at all.
class TallyRepository {

    private final JdbcClient jdbc;

    TallyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts a batch. A vote that an equal or later record has already set changes nothing, so a replay is
    /// harmless.
    ///
    /// One statement: votes first, in the batch's order; tallies last and in tool order, because these are
    /// the rows that all counters share. `old` and `new` come from the locked row, which is what keeps the
    /// sum exact.
    ///
    /// @return the tools whose tally changed
    List<UUID> count(VoteBatch batch, Instant now) {
        return jdbc.sql("""
                        WITH vote AS (
                            INSERT INTO votes AS v (tool_id, voter_id, choice, log_partition, log_offset, cast_at)
                            SELECT tool_id, voter_id, choice, log_partition, log_offset,
                                   timestamptz 'epoch' + cast_micros * interval '1 microsecond'
                            FROM unnest(:tools, :voters, :choices, :partitions, :offsets, :castMicros)
                                AS cast_vote (tool_id, voter_id, choice, log_partition, log_offset, cast_micros)
                            ON CONFLICT (tool_id, voter_id) DO UPDATE SET
                                choice = excluded.choice, log_partition = excluded.log_partition,
                                log_offset = excluded.log_offset, cast_at = excluded.cast_at
                            WHERE v.log_offset < excluded.log_offset
                            RETURNING v.tool_id, coalesce(old.choice, 'none') AS before, new.choice AS after
                        ), delta AS (
                            SELECT tool_id,
                                   sum((after = 'ship')::int - (before = 'ship')::int) AS ships,
                                   sum((after = 'skip')::int - (before = 'skip')::int) AS skips
                            FROM vote GROUP BY tool_id
                        )
                        INSERT INTO tallies AS t (tool_id, ships, skips, version, updated_at)
                        SELECT tool_id, ships, skips, 1, :now FROM delta
                        WHERE ships <> 0 OR skips <> 0 ORDER BY tool_id
                        ON CONFLICT (tool_id) DO UPDATE SET
                            ships = t.ships + excluded.ships, skips = t.skips + excluded.skips,
                            version = t.version + 1, updated_at = excluded.updated_at
                        RETURNING tool_id
                        """)
                .param("tools", new SqlArrayValue("uuid", batch.tools()))
                .param("voters", new SqlArrayValue("uuid", batch.voters()))
                .param("choices", new SqlArrayValue("text", batch.choices()))
                .param("partitions", new SqlArrayValue("int4", batch.partitions()))
                .param("offsets", new SqlArrayValue("int8", batch.offsets()))
                .param("castMicros", new SqlArrayValue("int8", batch.castMicros()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    /// Tools whose tally has moved on since it was last published.
    List<UUID> unpublished() {
        return jdbc.sql("""
                        SELECT tool_id FROM tallies t LEFT JOIN tally_published p USING (tool_id)
                        WHERE t.version > coalesce(p.version, 0)
                        """).query(UUID.class).list();
    }

    List<UUID> unpublished(Collection<UUID> tools) {
        return jdbc.sql("""
                        SELECT tool_id FROM tallies t LEFT JOIN tally_published p USING (tool_id)
                        WHERE t.tool_id = ANY (:tools) AND t.version > coalesce(p.version, 0)
                        """)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .query(UUID.class)
                .list();
    }

    /// Of these tools the tallies that are ahead of what was published before a moment.
    List<Tally> due(Collection<UUID> tools, Instant publishedBefore) {
        return jdbc.sql("""
                        SELECT t.* FROM tallies t LEFT JOIN tally_published p USING (tool_id)
                        WHERE t.tool_id = ANY (:tools) AND t.version > coalesce(p.version, 0)
                          AND (p.published_at IS NULL OR p.published_at <= :before)
                        ORDER BY tool_id
                        """)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .param("before", publishedBefore.atOffset(ZoneOffset.UTC))
                .query(Tally.class)
                .list();
    }

    List<Tally> find(Collection<UUID> tools) {
        return jdbc.sql("SELECT * FROM tallies WHERE tool_id = ANY (:tools) ORDER BY tool_id")
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .query(Tally.class)
                .list();
    }
}
