package dev.toolverdicts.catalog.badge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class BadgeUseRepository {

    private final JdbcClient jdbc;

    BadgeUseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The order keeps two copies from waiting for each other.
    void add(Map<String, BadgeUse> uses, LocalDate day) {
        List<Entry<String, BadgeUse>> rows = List.copyOf(uses.entrySet());
        jdbc.sql("""
                        INSERT INTO badge_use AS known (tool_id, day, shown, followed)
                        SELECT card.tool_id, :day::date, used.shown, used.followed
                        FROM unnest(:slugs::text[], :shown::bigint[], :followed::bigint[]) AS used (slug, shown, followed)
                        JOIN tool_card card ON card.slug = used.slug AND card.tool IS NOT NULL
                        ORDER BY 1
                        ON CONFLICT (tool_id, day) DO UPDATE SET
                            shown = known.shown + excluded.shown, followed = known.followed + excluded.followed
                        """)
                .param("day", day)
                .param("slugs", column("text", rows, Entry::getKey))
                .param("shown", column("int8", rows, row -> row.getValue().shown()))
                .param("followed", column("int8", rows, row -> row.getValue().followed()))
                .update();
    }

    void forgetBefore(LocalDate day) {
        jdbc.sql("DELETE FROM badge_use WHERE day < :day").param("day", day).update();
    }

    private static SqlArrayValue column(
            String type, List<Entry<String, BadgeUse>> rows, Function<Entry<String, BadgeUse>, Object> cell) {
        return new SqlArrayValue(type, rows.stream().map(cell).toArray());
    }
}
