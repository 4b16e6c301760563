package dev.toolverdicts.vote.ranking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Reads counted votes by the days they were cast on.
class StandingQueries {

    /// Counted votes of one tool in one window.
    record Counted(UUID toolId, long ships, long skips) {}

    record Shift(Momentum.Votes recent, Momentum.Votes earlier) {}

    private final JdbcClient jdbc;

    StandingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Rises with every change of any tally.
    long revision() {
        return jdbc.sql("SELECT coalesce(sum(version), 0)::bigint FROM tallies")
                .query(Long.class)
                .single();
    }

    /// Tools that are being voted on as by a brigade.
    Set<UUID> brigaded() {
        return jdbc.sql("SELECT tool_id FROM tool_brigade WHERE active")
                .query(UUID.class)
                .set();
    }

    List<Counted> all() {
        return jdbc.sql("SELECT tool_id, ships, skips FROM tallies WHERE ships + skips > 0")
                .query(Counted.class)
                .list();
    }

    List<Counted> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT tool_id, sum(ships)::bigint AS ships, sum(skips)::bigint AS skips
                        FROM tally_days WHERE day >= :from AND day < :to
                        GROUP BY tool_id HAVING sum(ships) + sum(skips) > 0
                        """)
                .param("from", from)
                .param("to", to)
                .query(Counted.class)
                .list();
    }

    /// Each tool's votes since a day, and those before it.
    Map<UUID, Shift> shifts(Collection<UUID> tools, LocalDate since, LocalDate until) {
        var shifts = new HashMap<UUID, Shift>();
        jdbc.sql("""
                        SELECT tool_id,
                               coalesce(sum(ships) FILTER (WHERE day >= :since), 0) AS recent_ships,
                               coalesce(sum(skips) FILTER (WHERE day >= :since), 0) AS recent_skips,
                               coalesce(sum(ships) FILTER (WHERE day < :since), 0) AS earlier_ships,
                               coalesce(sum(skips) FILTER (WHERE day < :since), 0) AS earlier_skips
                        FROM tally_days WHERE tool_id = ANY (:tools) AND day < :until GROUP BY tool_id
                        """)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .param("since", since)
                .param("until", until)
                .query(row -> {
                    shifts.put(
                            row.getObject("tool_id", UUID.class),
                            new Shift(
                                    new Momentum.Votes(row.getLong("recent_ships"), row.getLong("recent_skips")),
                                    new Momentum.Votes(row.getLong("earlier_ships"), row.getLong("earlier_skips"))));
                });
        return shifts;
    }

    /// Days up to one on which votes were cast that still stand.
    List<LocalDate> daysBefore(LocalDate day) {
        return jdbc.sql("SELECT DISTINCT day FROM tally_days WHERE day < :day AND ships + skips > 0 ORDER BY day")
                .param("day", day)
                .query(LocalDate.class)
                .list();
    }

    /// How far counting is in each partition of a topic: votes and rulings have a counter each.
    Map<Integer, Long> countedUpTo(String topic) {
        var next = new HashMap<Integer, Long>();
        jdbc.sql("""
                        SELECT partition, next_offset FROM log_position
                        WHERE consumer IN ('vote-counter', 'vote-rulings') AND topic = :topic
                        """).param("topic", topic).query(row -> {
            next.put(row.getInt("partition"), row.getLong("next_offset"));
        });
        return next;
    }
}
