package dev.toolverdicts.platform.messaging;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is paused, for all copies of the service and through restarts.
final class SwitchRepository {

    private final JdbcClient jdbc;

    SwitchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> paused() {
        List<String> names = jdbc.sql("SELECT name FROM operation_switch WHERE paused")
                .query(String.class)
                .list();
        return names.stream().collect(Collectors.toUnmodifiableSet());
    }

    List<Switch> touched() {
        return jdbc.sql("SELECT name, paused, reason, changed_by, changed_at FROM operation_switch")
                .query((row, _) -> new Switch(
                        row.getString("name"),
                        row.getBoolean("paused"),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// @return whether that changed anything
    boolean set(String name, boolean paused, Act act) {
        return jdbc.sql("""
                        INSERT INTO operation_switch AS s (name, paused, reason, changed_by)
                        VALUES (:name, :paused, :reason, :actor)
                        ON CONFLICT (name) DO UPDATE SET
                            paused = excluded.paused, reason = excluded.reason, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at
                        WHERE s.paused <> excluded.paused
                        """)
                        .param("name", name)
                        .param("paused", paused)
                        .param("reason", act.reason())
                        .param("actor", act.actor())
                        .update()
                == 1;
    }
}
