package dev.toolverdicts.newsletter.issue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whose turn it is to draft.
@Repository
class DraftTurnRepository {

    private static final long LOCK = 0x6973737565L; // "issue"

    private final JdbcClient jdbc;

    DraftTurnRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits for the turn, which ends with the transaction.
    void take() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .list();
    }
}
