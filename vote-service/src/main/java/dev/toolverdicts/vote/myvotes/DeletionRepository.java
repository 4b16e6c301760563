package dev.toolverdicts.vote.myvotes;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Deletions that wait for their withdrawals to be counted.
class DeletionRepository {

    private final JdbcClient jdbc;

    DeletionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param ends by partition, how far counting has to come; a deletion of none waits for nothing
    void add(UUID voterId, Map<Integer, Long> ends) {
        jdbc.sql("""
                        INSERT INTO vote_deletion AS d (voter_id, log_partition, counted_to)
                        SELECT :voter, log_partition, counted_to
                        FROM unnest(:partitions, :ends) AS awaited (log_partition, counted_to)
                        ON CONFLICT (voter_id, log_partition) DO UPDATE SET
                            counted_to = greatest(d.counted_to, excluded.counted_to)
                        """)
                .param("voter", voterId)
                .param("partitions", new SqlArrayValue("int4", ends.keySet().toArray()))
                .param("ends", new SqlArrayValue("int8", ends.values().toArray()))
                .update();
    }

    boolean any() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM vote_deletion)")
                .query(Boolean.class)
                .single();
    }

    /// The voters all of whose withdrawals are counted by now, told once.
    List<UUID> takeCounted() {
        return jdbc.sql("""
                        WITH counted AS (
                            SELECT d.voter_id FROM vote_deletion d LEFT JOIN log_position p
                                ON p.consumer = 'vote-counter' AND p.topic = 'vote.cast.v1' AND p.partition = d.log_partition
                            GROUP BY d.voter_id HAVING bool_and(coalesce(p.next_offset, 0) >= d.counted_to)
                        ), gone AS (
                            DELETE FROM vote_deletion WHERE voter_id IN (SELECT voter_id FROM counted) RETURNING voter_id
                        )
                        SELECT DISTINCT voter_id FROM gone ORDER BY voter_id
                        """).query(UUID.class).list();
    }
}
