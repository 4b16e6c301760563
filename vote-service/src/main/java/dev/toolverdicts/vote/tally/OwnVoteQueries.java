package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.voter.Choice;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// What the database knows of one voter, and how far the log is counted.
class OwnVoteQueries {

    record Counted(
            Choice choice,
            long offset,
            String state,
            @Nullable String reason) {}

    private final JdbcClient jdbc;

    OwnVoteQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Counted> find(UUID voterId, Collection<UUID> tools) {
        var found = new HashMap<UUID, Counted>();
        jdbc.sql("""
                        SELECT tool_id, choice, log_offset, state, ruling_reason FROM votes
                        WHERE voter_id = :voter AND tool_id = ANY (:tools)
                        """)
                .param("voter", voterId)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .query(row -> {
                    Choice choice = Choice.of(row.getString("choice")).orElseThrow();
                    found.put(
                            row.getObject("tool_id", UUID.class),
                            new Counted(
                                    choice,
                                    row.getLong("log_offset"),
                                    row.getString("state"),
                                    row.getString("ruling_reason")));
                });
        return found;
    }

    /// The first offset of each partition of the vote log that is not counted yet.
    Map<Integer, Long> nextOffsets() {
        var next = new HashMap<Integer, Long>();
        jdbc.sql("""
                        SELECT partition, next_offset FROM log_position
                        WHERE consumer = 'vote-counter' AND topic = 'vote.cast.v1'
                        """).query(row -> {
            next.put(row.getInt("partition"), row.getLong("next_offset"));
        });
        return next;
    }
}
