package dev.toolverdicts.vote.count;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Votes and the tallies that count them, changed together or not at all.
class TallyRepository {

    /// The second half of the statements of votes and of rulings: what each row was and is, summed per
    /// tool, day and tier. Rows that all counters share are locked last and in one order: tallies by tool,
    /// then their days. `old` and `new` come from the locked vote, which keeps the sums exact.
    static final String SUMMED = """
            , moved AS (
                SELECT tool_id, old_day AS day, old_tier AS tier, old_kind AS kind, -1 AS step, at
                FROM changed WHERE old_kind > 0
                UNION ALL
                SELECT tool_id, new_day, new_tier, new_kind, 1, at FROM changed WHERE new_kind > 0
            ), delta AS (
                SELECT tool_id, day, tier, max(at) AS at,
                       coalesce(sum(step) FILTER (WHERE kind = 1), 0)::int AS ships,
                       coalesce(sum(step) FILTER (WHERE kind = 2), 0)::int AS skips,
                       coalesce(sum(step) FILTER (WHERE kind = 3), 0)::int AS held,
                       coalesce(sum(step) FILTER (WHERE kind = 4), 0)::int AS discarded
                FROM moved GROUP BY tool_id, day, tier
            ), days AS (
                INSERT INTO tally_days AS d (tool_id, day, tier, ships, skips, held, discarded)
                SELECT tool_id, day, tier, ships, skips, held, discarded FROM delta
                WHERE (ships, skips, held, discarded) <> (0, 0, 0, 0) ORDER BY tool_id, day, tier
                ON CONFLICT (tool_id, day, tier) DO UPDATE SET
                    ships = d.ships + excluded.ships, skips = d.skips + excluded.skips,
                    held = d.held + excluded.held, discarded = d.discarded + excluded.discarded
            )
            INSERT INTO tallies AS t (tool_id, ships, skips, held, discarded, version, updated_at)
            SELECT tool_id, sum(ships), sum(skips), sum(held), sum(discarded), 1, max(at) FROM delta GROUP BY tool_id
            HAVING (sum(ships), sum(skips), sum(held), sum(discarded)) <> (0, 0, 0, 0) ORDER BY tool_id
            ON CONFLICT (tool_id) DO UPDATE SET
                ships = t.ships + excluded.ships, skips = t.skips + excluded.skips,
                held = t.held + excluded.held, discarded = t.discarded + excluded.discarded,
                version = t.version + 1, updated_at = greatest(t.updated_at, excluded.updated_at)
            RETURNING tool_id
            """;

    /// What a row was and is: the sum it belongs to, as small numbers, because this is worked out for every vote. The
    /// day is that of UTC; going by the zone's name would look the zone up each time.
    static final String CHANGED = "\nRETURNING v.tool_id, " + side("old") + ", " + side("new");

    private static String side(String row) {
        return """
                CASE WHEN %1$s.choice = 'none' THEN 0 WHEN %1$s.state = 'held' THEN 3 WHEN %1$s.state = 'discarded' THEN 4
                    WHEN %1$s.choice = 'ship' THEN 1 WHEN %1$s.choice = 'skip' THEN 2 END AS %1$s_kind,
                %1$s.tier AS %1$s_tier, date 'epoch' + floor(date_part('epoch', %1$s.cast_at) / 86400)::int AS %1$s_day
                """.formatted(row);
    }

    private final JdbcClient jdbc;

    TallyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts a batch. What an equal or later record has set stays, so a replay is harmless.
    ///
    /// @return the tools whose tally changed
    List<UUID> count(VoteBatch batch) {
        return jdbc.sql("""
                        WITH changed AS (
                            INSERT INTO votes AS v (tool_id, voter_id, choice, tier, network_hash, arrival_site,
                                voter_since, log_partition, log_offset, cast_at)
                            SELECT (:tools::uuid[])[tool], voter_id, choice, tier, network_hash, arrival_site,
                                   timestamptz 'epoch' + since_micros * interval '1 microsecond',
                                   log_partition, log_offset, timestamptz 'epoch' + cast_micros * interval '1 microsecond'
                            FROM unnest(:toolOf, :voters, :choices, :tiers, :networks, :sites, :sinceMicros, :partitions,
                                :offsets, :castMicros) AS cast_vote (tool, voter_id, choice, tier, network_hash,
                                arrival_site, since_micros, log_partition, log_offset, cast_micros)
                            ON CONFLICT (tool_id, voter_id) DO UPDATE SET
                                choice = excluded.choice, tier = excluded.tier, network_hash = excluded.network_hash,
                                arrival_site = excluded.arrival_site, voter_since = excluded.voter_since,
                                log_partition = excluded.log_partition, log_offset = excluded.log_offset,
                                cast_at = excluded.cast_at
                            WHERE v.log_offset < excluded.log_offset""" + CHANGED + ", new.cast_at AS at)" + SUMMED)
                .param("tools", column("uuid", batch.tools()))
                .param("toolOf", column("int4", batch.toolOf()))
                .param("voters", column("uuid", batch.voters()))
                .param("choices", column("text", batch.choices()))
                .param("tiers", column("text", batch.tiers()))
                .param("networks", column("text", batch.networks()))
                .param("sites", column("text", batch.sites()))
                .param("sinceMicros", column("int8", batch.sinceMicros()))
                .param("partitions", column("int4", batch.partitions()))
                .param("offsets", column("int8", batch.offsets()))
                .param("castMicros", column("int8", batch.castMicros()))
                .query(UUID.class)
                .list();
    }

    static SqlArrayValue column(String type, @Nullable Object[] values) {
        return new SqlArrayValue(type, values);
    }
}
