package dev.toolverdicts.platform.messaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decisions about dead letters.
final class DecisionRepository {

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds a letter until the transaction ends, against others who decide and against readers of its
    /// place in the log, who share it.
    Optional<StoredLetter> lock(long id) {
        return jdbc.sql("SELECT * FROM dead_letter WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(DeadLetterQueries.ROW)
                .optional();
    }

    void decide(long id, String state, byte @Nullable [] repaired, Act act) {
        jdbc.sql("""
                        UPDATE dead_letter SET state = :state, repaired = :repaired, decided_at = clock_timestamp(),
                            decided_by = :actor, decided_because = :reason
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("state", state)
                .param("repaired", repaired)
                .param("actor", act.actor())
                .param("reason", act.reason())
                .update();
    }

    void note(long id, @Nullable String note) {
        jdbc.sql("UPDATE dead_letter SET note = :note WHERE id = :id")
                .param("id", id)
                .param("note", note)
                .update();
    }
}
