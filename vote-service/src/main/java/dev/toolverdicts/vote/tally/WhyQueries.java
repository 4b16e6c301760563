package dev.toolverdicts.vote.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A tally taken apart.
class WhyQueries {

    private final JdbcClient jdbc;

    WhyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One statement, so that all of it is of one moment.
    Why of(UUID tool) {
        var parts = new Parts();
        jdbc.sql("""
                        SELECT 'total' AS part, '' AS name, ships, skips, held, discarded, updated_at
                        FROM tallies WHERE tool_id = :tool
                        UNION ALL
                        SELECT 'tier', tier, sum(ships), sum(skips), sum(held), sum(discarded), NULL
                        FROM tally_days WHERE tool_id = :tool GROUP BY tier
                        UNION ALL
                        SELECT 'day', day::text, sum(ships), sum(skips), sum(held), sum(discarded), NULL
                        FROM tally_days WHERE tool_id = :tool GROUP BY day
                        UNION ALL
                        SELECT 'reason', ruling_reason, 0, 0, count(*) FILTER (WHERE state = 'held'),
                               count(*) FILTER (WHERE state = 'discarded'), NULL
                        FROM votes WHERE tool_id = :tool AND state <> 'counted' AND choice <> 'none'
                        GROUP BY ruling_reason
                        ORDER BY part, name
                        """).param("tool", tool).query(parts::add);
        return parts.why();
    }

    private static final class Parts {

        private final ArrayList<Why.OfTier> tiers = new ArrayList<>();
        private final ArrayList<Why.OfDay> days = new ArrayList<>();
        private final ArrayList<Why.OfReason> reasons = new ArrayList<>();
        private Why.Sums total = new Why.Sums(0, 0, 0, 0);
        private @Nullable Instant asOf;

        void add(ResultSet row) throws SQLException {
            String name = row.getString("name");
            long ships = row.getLong("ships");
            long skips = row.getLong("skips");
            long held = row.getLong("held");
            long discarded = row.getLong("discarded");
            if (ships + skips + held + discarded == 0 && !"total".equals(row.getString("part"))) {
                return;
            }
            switch (row.getString("part")) {
                case "tier" -> tiers.add(new Why.OfTier(name, ships, skips, held, discarded));
                case "day" -> days.add(new Why.OfDay(LocalDate.parse(name), ships, skips, held, discarded));
                case "reason" -> reasons.add(new Why.OfReason(name, held, discarded));
                default -> {
                    total = new Why.Sums(ships, skips, held, discarded);
                    asOf = row.getTimestamp("updated_at").toInstant();
                }
            }
        }

        Why why() {
            return new Why(total, tiers, days, reasons, asOf);
        }
    }
}
