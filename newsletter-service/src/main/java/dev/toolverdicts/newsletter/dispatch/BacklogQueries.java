package dev.toolverdicts.newsletter.dispatch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How much of the ledger is open.
@Repository
class BacklogQueries {

    private final JdbcClient jdbc;

    BacklogQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Rows that wait for their turn, of issues that are being sent.
    long waiting() {
        return jdbc.sql("""
                        SELECT count(*) FROM delivery JOIN issue USING (issue_id)
                        WHERE state = 'pending' AND status = 'sending'
                        """).query(Long.class).single();
    }

    /// Rows that an operator has to decide, of any issue.
    long inDoubt() {
        return jdbc.sql("SELECT count(*) FROM delivery WHERE state = 'in_doubt'")
                .query(Long.class)
                .single();
    }
}
