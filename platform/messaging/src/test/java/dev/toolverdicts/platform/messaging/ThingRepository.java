package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Both sides of the test application in SQL.
final class ThingRepository {

    record Row(String id, long version, String body, int applied) {}

    private final JdbcClient jdbc;

    ThingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Raises the version first, and with it takes the row's lock, as every producer must.
    ThingState change(String id, String body) {
        return jdbc.sql("""
                        INSERT INTO origin AS o (id, version, body) VALUES (?, 1, ?)
                        ON CONFLICT (id) DO UPDATE SET version = o.version + 1, body = excluded.body
                        RETURNING id, version, body
                        """).params(id, body).query(ThingState.class).single();
    }

    void apply(List<Received<ThingState>> events) {
        for (Received<ThingState> event : events) {
            ThingState state = event.data();
            jdbc.sql("""
                            INSERT INTO thing AS t (id, version, body, applied) VALUES (?, ?, ?, 1)
                            ON CONFLICT (id) DO UPDATE
                            SET version = excluded.version, body = excluded.body, applied = t.applied + 1
                            WHERE t.version < excluded.version
                            """).params(state.id(), state.version(), state.body()).update();
            jdbc.sql("INSERT INTO journal (topic, partition, record_offset, id, version) VALUES (?, ?, ?, ?, ?)")
                    .params(event.topic(), event.partition(), event.offset(), state.id(), state.version())
                    .update();
        }
    }

    Map<String, Row> things(String prefix) {
        return jdbc
                .sql("SELECT id, version, body, applied FROM thing WHERE starts_with(id, ?)")
                .param(prefix)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, row -> row));
    }

    Map<String, Long> versions() {
        record Version(String id, long version) {}
        return jdbc.sql("SELECT id, version FROM origin").query(Version.class).list().stream()
                .collect(Collectors.toMap(Version::id, Version::version));
    }

    List<ThingState> origins(java.util.Collection<String> ids) {
        return jdbc.sql("SELECT id, version, body FROM origin WHERE id = ANY (?) ORDER BY id FOR UPDATE")
                .param(ids.toArray(String[]::new))
                .query(ThingState.class)
                .list();
    }

    /// How many records were applied more than once.
    long appliedTwice(String prefix) {
        return jdbc.sql("""
                        SELECT count(*) FROM (
                            SELECT 1 FROM journal WHERE starts_with(id, ?)
                            GROUP BY topic, partition, record_offset HAVING count(*) > 1) twice
                        """).param(prefix).query(Long.class).single();
    }

    long journalled(String prefix) {
        return jdbc.sql("SELECT count(*) FROM journal WHERE starts_with(id, ?)")
                .param(prefix)
                .query(Long.class)
                .single();
    }
}
