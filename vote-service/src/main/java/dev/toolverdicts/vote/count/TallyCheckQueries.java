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

    /// Votes, the tallies of their days and the tallies must tell the same.
    private List<TallyCheck.Difference> differences() {
        return jdbc.sql("""
                        WITH told AS (
                            SELECT 'votes' AS source, tool_id,
                                   count(*) FILTER (WHERE state = 'counted' AND choice = 'ship') AS ships,
                                   count(*) FILTER (WHERE state = 'counted' AND choice = 'skip') AS skips,
                                   count(*) FILTER (WHERE state = 'held') AS held,
                                   count(*) FILTER (WHERE state = 'discarded') AS discarded
                            FROM votes WHERE choice <> 'none' GROUP BY tool_id
                            UNION ALL
                            SELECT 'days', tool_id, sum(ships), sum(skips), sum(held), sum(discarded)
                            FROM tally_days GROUP BY tool_id
                            UNION ALL
                            SELECT 'tally', tool_id, ships, skips, held, discarded FROM tallies
                        ), compared AS (
                            SELECT tool_id,
                                   coalesce(max(told) FILTER (WHERE source = 'tally'), '(0,0,0,0)') AS tally,
                                   coalesce(max(told) FILTER (WHERE source = 'votes'), '(0,0,0,0)') AS votes,
                                   coalesce(max(told) FILTER (WHERE source = 'days'), '(0,0,0,0)') AS days
                            FROM (SELECT source, tool_id, format('(%s,%s,%s,%s)', ships, skips, held, discarded) AS told
                                  FROM told) AS said
                            GROUP BY tool_id
                        )
                        SELECT tool_id, tally, votes, days FROM compared
                        WHERE tally <> votes OR days <> votes ORDER BY tool_id
                        """).query(TallyCheck.Difference.class).list();
    }
}
