package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Entries and the totals that count them, changed together.
final class LedgerRepository {

    private final JdbcClient jdbc;

    LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply(List<Received<ThingState>> events) {
        for (Received<ThingState> event : events) {
            ThingState state = event.data();
            jdbc.sql("""
                            WITH changed AS (
                                INSERT INTO entry AS e (id, body, seen) VALUES (?, ?, ?)
                                ON CONFLICT (id) DO UPDATE SET body = excluded.body, seen = excluded.seen
                                WHERE e.seen < excluded.seen
                                RETURNING old.body AS before, new.body AS after
                            ), moved AS (
                                SELECT before AS body, -1 AS step FROM changed WHERE before IS NOT NULL
                                UNION ALL SELECT after, 1 FROM changed
                            )
                            INSERT INTO total AS t (body, entries, version)
                            SELECT body, sum(step), 1 FROM moved GROUP BY body HAVING sum(step) <> 0 ORDER BY body
                            ON CONFLICT (body) DO UPDATE
                            SET entries = t.entries + excluded.entries, version = t.version + 1
                            """).params(state.id(), state.body(), state.version()).update();
        }
    }

    Map<String, String> bodies() {
        var bodies = new TreeMap<String, String>();
        jdbc.sql("SELECT id, body FROM entry").query(row -> {
            bodies.put(row.getString("id"), row.getString("body"));
        });
        return bodies;
    }

    Map<String, Long> versions() {
        var versions = new TreeMap<String, Long>();
        jdbc.sql("SELECT body, version FROM total").query(row -> {
            versions.put(row.getString("body"), row.getLong("version"));
        });
        return versions;
    }

    /// Bodies whose total is not the count of their entries, in one snapshot.
    long wrongTotals() {
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT body, count(*) AS counted FROM entry GROUP BY body) c
                        FULL JOIN total USING (body) WHERE coalesce(counted, 0) <> coalesce(entries, 0)
                        """).query(Long.class).single();
    }

    long entries() {
        return jdbc.sql("SELECT count(*) FROM entry").query(Long.class).single();
    }

    /// Everything about the tables that is not their rows.
    List<Map<String, Object>> shape() {
        return jdbc.sql("""
                        SELECT 'index' AS kind, indexdef AS shape FROM pg_indexes
                        WHERE schemaname = 'public' AND tablename IN ('entry', 'total')
                        UNION ALL
                        SELECT 'constraint', conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                        WHERE conrelid IN ('entry'::regclass, 'total'::regclass)
                        UNION ALL
                        SELECT 'storage', relname || array_to_string(reloptions, ' ') FROM pg_class
                        WHERE oid IN ('entry'::regclass, 'total'::regclass)
                        UNION ALL
                        SELECT 'column', table_name || column_name || data_type || is_nullable || is_generated
                        FROM information_schema.columns
                        WHERE table_schema = 'public' AND table_name IN ('entry', 'total')
                        ORDER BY 1, 2
                        """).query().listOfRows();
    }

    /// What a rebuild leaves beside the live tables: nothing.
    long leftovers() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM pg_namespace WHERE nspname IN ('rebuild_ledger', 'replaced_ledger'))
                             + (SELECT count(*) FROM log_position WHERE consumer LIKE '%~rebuild')
                        """).query(Long.class).single();
    }
}
