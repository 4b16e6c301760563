package dev.toolverdicts.vote.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Reads votes for the dataset, in the snapshot of the caller's transaction.
class BallotQueries {

    private static final int AT_ONCE = 1_000;

    /// How a tool stands.
    record Count(UUID toolId, long ships, long skips) {}

    private final JdbcClient jdbc;

    BallotQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Count> counts() {
        return jdbc.sql("SELECT tool_id, ships, skips FROM tallies WHERE ships + skips > 0")
                .query(Count.class)
                .list();
    }

    /// Hands over the counted votes on these tools one by one; a few of them are in memory at a time.
    /// Their order is that of what is told: by the voter's id the same place in two datasets would be the
    /// same voter, and by a name that is not told a place would give it away beside those that are.
    ///
    /// @param salt of this dataset alone, forgotten afterwards
    /// @param smallest see [DatasetSettings#smallest]
    void each(byte[] salt, Collection<UUID> tools, int smallest, Consumer<Ballot> taker) {
        jdbc.sql("""
                        SELECT tool_id, choice,
                               CASE WHEN of_tool >= :smallest THEN encode(substring(name FOR 12), 'hex') END AS voter,
                               CASE WHEN of_tool >= :smallest AND of_day >= :smallest THEN day END AS day
                        FROM (SELECT *, count(*) OVER (PARTITION BY tool_id) AS of_tool,
                                     count(*) OVER (PARTITION BY tool_id, day) AS of_day
                              FROM (SELECT tool_id, choice, (cast_at AT TIME ZONE 'UTC')::date AS day,
                                           sha256(:salt::bytea || uuid_send(voter_id)) AS name
                                    FROM votes
                                    WHERE state = 'counted' AND choice <> 'none' AND tool_id = ANY (:tools)) AS named)
                             AS counted
                        ORDER BY tool_id, voter, choice
                        """)
                .param("smallest", smallest)
                .param("salt", salt)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    taker.accept(ballot(row));
                });
    }

    private static Ballot ballot(ResultSet row) throws SQLException {
        return new Ballot(
                row.getObject("tool_id", UUID.class), row.getString("voter"), row.getString("choice"), day(row));
    }

    private static @Nullable LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }
}
