package dev.toolverdicts.gateway.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sessions of all copies of the gateway, by the hashes of their ids.
final class SessionRepository {

    private static final RowMapper<SessionRow> ROW = (row, _) -> new SessionRow(
            row.getBytes("content"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getObject("last_seen_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash, byte[] content, Instant now) {
        jdbc.sql("""
                INSERT INTO session (id_hash, content, created_at, last_seen_at) VALUES (:hash, :content, :now, :now)
                """)
                .param("hash", hash)
                .param("content", content)
                .param("now", utc(now))
                .update();
    }

    Optional<SessionRow> find(byte[] hash) {
        return jdbc.sql("SELECT content, created_at, last_seen_at FROM session WHERE id_hash = :hash")
                .param("hash", hash)
                .query(ROW)
                .optional();
    }

    /// Until the transaction ends nobody else has it. Empty when it has ended or, without waiting,
    /// somebody has it.
    Optional<SessionRow> lock(byte[] hash, boolean waiting) {
        return jdbc.sql("SELECT content, created_at, last_seen_at FROM session WHERE id_hash = :hash FOR UPDATE"
                        + (waiting ? "" : " SKIP LOCKED"))
                .param("hash", hash)
                .query(ROW)
                .optional();
    }

    /// Does not wait for who has it: they have just been seen themselves.
    void seen(byte[] hash, Instant now) {
        jdbc.sql("""
                UPDATE session SET last_seen_at = :now WHERE id_hash =
                    (SELECT id_hash FROM session WHERE id_hash = :hash AND last_seen_at < :now FOR UPDATE SKIP LOCKED)
                """).param("hash", hash).param("now", utc(now)).update();
    }

    void replace(byte[] hash, byte[] content) {
        jdbc.sql("UPDATE session SET content = :content WHERE id_hash = :hash")
                .param("hash", hash)
                .param("content", content)
                .update();
    }

    void delete(byte[] hash) {
        jdbc.sql("DELETE FROM session WHERE id_hash = :hash")
                .param("hash", hash)
                .update();
    }

    /// All but those that somebody has: the next one's turn.
    void deleteEnded(Instant createdBefore, Instant seenBefore) {
        jdbc.sql("""
                DELETE FROM session WHERE id_hash IN
                    (SELECT id_hash FROM session WHERE created_at < :created OR last_seen_at < :seen
                     FOR UPDATE SKIP LOCKED)
                """)
                .param("created", utc(createdBefore))
                .param("seen", utc(seenBefore))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
