package dev.toolverdicts.vote.counted;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where the counter stands.
class PositionQueries {

    private final JdbcClient jdbc;

    PositionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The first offset of each partition of the vote log that is not counted yet.
    Map<Integer, Long> next() {
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
