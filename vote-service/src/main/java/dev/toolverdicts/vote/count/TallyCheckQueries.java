package dev.toolverdicts.vote.count;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TallyCheckQueries {

    record Found(long tools, long votes, List<TallyCheck.Difference> differences) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    TallyCheckQueries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    Found compare() {
        return Objects.requireNonNull(snapshot.execute(_ -> new Found(
                count("SELECT count(*) FROM tallies"),
                count("SELECT count(*) FROM votes WHERE choice <> 'none'"),
                differences())));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<TallyCheck.Difference> differences() {
        return jdbc.sql("""
                        WITH counted AS (
                            SELECT tool_id,
                                   count(*) FILTER (WHERE choice = 'ship') AS ships,
                                   count(*) FILTER (WHERE choice = 'skip') AS skips
                            FROM votes GROUP BY tool_id
                        )
                        SELECT * FROM (
                            SELECT tool_id,
                                   coalesce(t.ships, 0) AS ships, coalesce(t.skips, 0) AS skips,
                                   coalesce(c.ships, 0) AS counted_ships, coalesce(c.skips, 0) AS counted_skips
                            FROM tallies t FULL JOIN counted c USING (tool_id)
                        ) AS compared
                        WHERE ships <> counted_ships OR skips <> counted_skips ORDER BY tool_id
                        """).query(TallyCheck.Difference.class).list();
    }
}
