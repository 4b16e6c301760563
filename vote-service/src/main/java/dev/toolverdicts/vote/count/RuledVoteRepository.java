package dev.toolverdicts.vote.count;

import static dev.toolverdicts.vote.count.TallyRepository.CHANGED;
import static dev.toolverdicts.vote.count.TallyRepository.SUMMED;
import static dev.toolverdicts.vote.count.TallyRepository.column;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What rulings make of votes and of the tallies that count them, changed together or not at all.
class RuledVoteRepository {

    private final JdbcClient jdbc;

    RuledVoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Applies rulings; one that comes before its vote waits for it in the row of a withdrawn vote, which has the
    /// moment of the newest ruling, however they were batched.
    ///
    /// @return the tools whose tally changed
    List<UUID> rule(RulingBatch batch) {
        return jdbc.sql("""
                        WITH changed AS (
                            INSERT INTO votes AS v (tool_id, voter_id, choice, log_partition, log_offset, cast_at,
                                ruling, ruling_reason, ruled_to, ruling_offset, ruled_at)
                            SELECT tool_id, voter_id, 'none', log_partition, -1, ruled_at,
                                   ruling, ruling_reason, ruled_to, ruling_offset, ruled_at
                            FROM (SELECT *, timestamptz 'epoch' + ruled_micros * interval '1 microsecond' AS ruled_at
                                FROM unnest(:tools, :voters, :rulings, :reasons, :upTo, :partitions, :offsets,
                                    :ruledMicros) AS decided (tool_id, voter_id, ruling, ruling_reason, ruled_to,
                                    log_partition, ruling_offset, ruled_micros)) AS ruled
                            ON CONFLICT (tool_id, voter_id) DO UPDATE SET
                                ruling = excluded.ruling, ruled_to = excluded.ruled_to, ruled_at = excluded.ruled_at,
                                ruling_reason = excluded.ruling_reason, ruling_offset = excluded.ruling_offset,
                                cast_at = CASE WHEN v.log_offset < 0 THEN excluded.cast_at ELSE v.cast_at END
                            WHERE v.ruling_offset < excluded.ruling_offset""" + CHANGED + ", new.ruled_at AS at)" + SUMMED)
                .param("tools", column("uuid", batch.tools()))
                .param("voters", column("uuid", batch.voters()))
                .param("rulings", column("text", batch.rulings()))
                .param("reasons", column("text", batch.reasons()))
                .param("upTo", column("int8", batch.upTo()))
                .param("partitions", column("int4", batch.partitions()))
                .param("offsets", column("int8", batch.offsets()))
                .param("ruledMicros", column("int8", batch.ruledMicros()))
                .query(UUID.class)
                .list();
    }
}
