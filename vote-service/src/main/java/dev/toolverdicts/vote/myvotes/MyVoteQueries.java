package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.voter.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// What the database has of one voter. There is no index of voters, since every vote would pay for it: the key's index
/// is skipped through tool by tool.
class MyVoteQueries {

    private final JdbcClient jdbc;

    MyVoteQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Withdrawn ones too, the latest first. A row that only a ruling has made is no vote.
    List<StoredVote> of(UUID voterId) {
        return jdbc.sql("""
                        SELECT tool_id, choice, tier, state, ruling_reason, network_hash, arrival_site,
                               voter_since, log_partition, log_offset, cast_at
                        FROM votes WHERE voter_id = :voter AND log_offset >= 0 ORDER BY cast_at DESC, tool_id
                        """)
                .param("voter", voterId)
                .query((row, _) -> vote(row))
                .list();
    }

    /// Of these voters those of whom a vote says more than its end, and when the oldest such vote was
    /// cast. However many they are, the votes are read once.
    Map<UUID, Instant> oldestTelling(Collection<UUID> voters) {
        return jdbc
                .sql("""
                        SELECT voter_id, min(cast_at) AS oldest FROM votes
                        WHERE voter_id = ANY (:voters) AND log_offset >= 0
                          AND (choice <> 'none' OR network_hash IS NOT NULL OR arrival_site IS NOT NULL)
                        GROUP BY voter_id
                        """)
                .param("voters", new SqlArrayValue("uuid", voters.toArray()))
                .query((row, _) -> Map.entry(
                        row.getObject("voter_id", UUID.class),
                        row.getTimestamp("oldest").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static StoredVote vote(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("voter_since");
        return new StoredVote(
                row.getObject("tool_id", UUID.class),
                Choice.of(row.getString("choice")).orElseThrow(),
                row.getString("tier"),
                row.getString("state"),
                row.getString("ruling_reason"),
                row.getString("network_hash"),
                row.getString("arrival_site"),
                since == null ? null : since.toInstant(),
                row.getInt("log_partition"),
                row.getLong("log_offset"),
                row.getTimestamp("cast_at").toInstant());
    }
}
