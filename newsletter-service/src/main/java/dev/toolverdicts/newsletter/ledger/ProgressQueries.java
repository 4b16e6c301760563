package dev.toolverdicts.newsletter.ledger;

import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ProgressQueries {

    private static final Duration LATELY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ProgressQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// In one look over the issue's rows.
    public Progress of(Issue issue) {
        Instant since = clock.instant().minus(LATELY);
        var rows = new TreeMap<String, Long>();
        var lately = new AtomicLong();
        jdbc.sql("""
                        SELECT state, count(*) AS rows,
                               count(*) FILTER (WHERE state IN ('sent', 'rejected', 'in_doubt') AND updated_at > :since) AS lately
                        FROM delivery WHERE issue_id = :issue GROUP BY state
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("issue", issue.id())
                .query(row -> {
                    rows.put(row.getString("state"), row.getLong("rows"));
                    lately.addAndGet(row.getLong("lately"));
                });
        return Progress.of(rows, lately.get(), issue.status() == IssueStatus.SENDING);
    }
}
