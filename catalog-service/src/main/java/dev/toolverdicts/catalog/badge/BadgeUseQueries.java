package dev.toolverdicts.catalog.badge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class BadgeUseQueries {

    private static final int DAYS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    BadgeUseQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// In the last thirty days, today among them.
    public BadgeUse lately(UUID toolId) {
        return jdbc.sql("""
                        SELECT coalesce(sum(shown), 0) AS shown, coalesce(sum(followed), 0) AS followed
                        FROM badge_use WHERE tool_id = :id AND day > :since
                        """)
                .param("id", toolId)
                .param(
                        "since",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS))
                .query((row, _) -> new BadgeUse(row.getLong("shown"), row.getLong("followed")))
                .single();
    }
}
