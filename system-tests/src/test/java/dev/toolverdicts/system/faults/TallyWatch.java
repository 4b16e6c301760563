package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Looks once a second, in one snapshot, whether any tally is not the count of its votes, or not the
/// sum of its days. It reads the database itself:
/// what is asked must not be what answers.
final class TallyWatch implements AutoCloseable {

    private static final String DIFFERENCES = """
            SELECT tool_id, t.ships, t.skips, t.held, t.discarded, v.ships, v.skips, v.held, v.discarded,
                   d.ships, d.skips, d.held, d.discarded
            FROM tallies t
            FULL JOIN (SELECT tool_id, count(*) FILTER (WHERE choice = 'ship' AND state = 'counted') AS ships,
                              count(*) FILTER (WHERE choice = 'skip' AND state = 'counted') AS skips,
                              count(*) FILTER (WHERE choice <> 'none' AND state = 'held') AS held,
                              count(*) FILTER (WHERE choice <> 'none' AND state = 'discarded') AS discarded
                       FROM votes
                       GROUP BY tool_id) v USING (tool_id)
            FULL JOIN (SELECT tool_id, sum(ships) AS ships, sum(skips) AS skips, sum(held) AS held,
                              sum(discarded) AS discarded
                       FROM tally_days GROUP BY tool_id) d USING (tool_id)
            WHERE (coalesce(t.ships, 0), coalesce(t.skips, 0), coalesce(t.held, 0), coalesce(t.discarded, 0))
               <> (coalesce(v.ships, 0), coalesce(v.skips, 0), coalesce(v.held, 0), coalesce(v.discarded, 0))
               OR (coalesce(t.ships, 0), coalesce(t.skips, 0), coalesce(t.held, 0), coalesce(t.discarded, 0))
               <> (coalesce(d.ships, 0), coalesce(d.skips, 0), coalesce(d.held, 0), coalesce(d.discarded, 0))
            """;

    private final VoteTables tables;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<String> differences = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    TallyWatch(Stack stack) {
        tables = new VoteTables(stack);
        var _ = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try (Connection connection = connect()) {
            differences.addAll(differences(connection));
            looks.incrementAndGet();
        } catch (SQLException e) {
            // The database is killed now and then; the next look tells more.
        }
    }

    Connection connect() throws SQLException {
        return tables.connect();
    }

    static List<String> differences(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(DIFFERENCES)) {
            while (rows.next()) {
                found.add("tool %s has tally %d/%d/%d/%d, votes %d/%d/%d/%d and days %d/%d/%d/%d"
                        .formatted(
                                rows.getString(1),
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6),
                                rows.getLong(7),
                                rows.getLong(8),
                                rows.getLong(9),
                                rows.getLong(10),
                                rows.getLong(11),
                                rows.getLong(12),
                                rows.getLong(13)));
            }
        }
        return found;
    }

    int looks() {
        return looks.get();
    }

    List<String> differences() {
        return differences;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
