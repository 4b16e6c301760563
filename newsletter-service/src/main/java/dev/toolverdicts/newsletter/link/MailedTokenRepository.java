package dev.toolverdicts.newsletter.link;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailedTokenRepository {

    /// After a token has expired its page still says so for as long.
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient jdbc;

    MailedTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] hash, Mailed mailed, Instant now, Instant expires) {
        jdbc.sql("""
                        INSERT INTO mailed_token (
                            token_hash, purpose, subscriber_id, email, email_key, topics, source, created_at, expires_at)
                        VALUES (:hash, :purpose, :subscriber, :email, :key, :topics, :source, :now, :expires)
                        """)
                .param("hash", hash)
                .param("purpose", mailed.purpose().key())
                .param("subscriber", mailed.subscriberId())
                .param("email", mailed.email())
                .param("key", mailed.email().toLowerCase(Locale.ROOT))
                .param("topics", mailed.topics().toArray(String[]::new))
                .param("source", mailed.source())
                .param("now", at(now))
                .param("expires", at(expires))
                .update();
    }

    Optional<Mailed> find(Purpose purpose, byte[] hash, Instant now) {
        return jdbc.sql("""
                        SELECT subscriber_id, email, topics, source FROM mailed_token
                        WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
                        """)
                .param("hash", hash)
                .param("purpose", purpose.key())
                .param("now", at(now))
                .query((row, _) -> new Mailed(
                        purpose,
                        row.getObject("subscriber_id", UUID.class),
                        row.getString("email"),
                        topics(row),
                        row.getString("source")))
                .optional();
    }

    boolean isUsed(Purpose purpose, byte[] hash) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM mailed_token
                            WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NOT NULL)
                        """)
                .param("hash", hash)
                .param("purpose", purpose.key())
                .query(Boolean.class)
                .single();
    }

    boolean use(Purpose purpose, byte[] hash, Instant now) {
        return jdbc.sql("""
                        UPDATE mailed_token SET used_at = :now
                        WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
                        """)
                        .param("hash", hash)
                        .param("purpose", purpose.key())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void useAll(Purpose purpose, UUID subscriberId, Instant now) {
        jdbc.sql("""
                        UPDATE mailed_token SET used_at = :now
                        WHERE subscriber_id = :subscriber AND purpose = :purpose AND used_at IS NULL
                        """)
                .param("subscriber", subscriberId)
                .param("purpose", purpose.key())
                .param("now", at(now))
                .update();
    }

    void expire(UUID subscriberId, String key, Instant now) {
        jdbc.sql("""
                        UPDATE mailed_token SET expires_at = :now
                        WHERE subscriber_id = :subscriber AND email_key = :key AND used_at IS NULL AND expires_at > :now
                        """)
                .param("subscriber", subscriberId)
                .param("key", key)
                .param("now", at(now))
                .update();
    }

    // Skipping locked rows: two requests must not wait for each other over what both want gone.
    void forget(Instant now) {
        jdbc.sql("""
                        DELETE FROM mailed_token WHERE token_hash IN (
                            SELECT token_hash FROM mailed_token WHERE expires_at < :until
                            LIMIT 100 FOR UPDATE SKIP LOCKED)
                        """).param("until", at(now.minus(REMEMBERED))).update();
    }

    private static List<String> topics(ResultSet row) throws SQLException {
        @Nullable Array topics = row.getArray("topics");
        return topics == null ? List.of() : List.of((String[]) topics.getArray());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
