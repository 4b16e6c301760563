package dev.toolverdicts.gateway.key;

import dev.toolverdicts.gateway.edge.KeyHolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The keys of all copies of the gateway, by their hashes. A row is never removed: it says who made
/// a key and who took it back.
final class KeyRepository {

    private final JdbcClient jdbc;

    KeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Empty when there are too many that count. Two at the same moment may be one too many: it is
    /// no exact limit.
    Optional<Long> insert(KeyText key, String name, String tier, Instant now, String by, int most) {
        return jdbc.sql("""
                INSERT INTO api_key (key_hash, hint, name, tier, created_at, created_by)
                SELECT :hash, :hint, :name, :tier, :now, :by
                WHERE (SELECT count(*) FROM api_key WHERE revoked_at IS NULL) < :most
                RETURNING id
                """)
                .param("hash", key.hash())
                .param("hint", key.hint())
                .param("name", name)
                .param("tier", tier)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("most", most)
                .query(Long.class)
                .optional();
    }

    /// False when it counts no more already, or never has.
    boolean revoke(long id, Instant now, String by) {
        return jdbc.sql("UPDATE api_key SET revoked_at = :now, revoked_by = :by WHERE id = :id AND revoked_at IS NULL")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Those that count, by their digests.
    Map<String, KeyHolder> holders() {
        Map<String, KeyHolder> holders = new HashMap<>();
        jdbc.sql("SELECT encode(key_hash, 'hex') AS digest, id, tier FROM api_key WHERE revoked_at IS NULL")
                .query((row, _) ->
                        Map.entry(row.getString("digest"), new KeyHolder(row.getLong("id"), row.getString("tier"))))
                .list()
                .forEach(holder -> holders.put(holder.getKey(), holder.getValue()));
        return Map.copyOf(holders);
    }

    /// Those that count first, then the newest.
    List<KeyRow> list(int most) {
        return jdbc.sql("""
                SELECT id, hint, name, tier, created_at, created_by, revoked_at, revoked_by
                FROM api_key ORDER BY revoked_at IS NOT NULL, id DESC LIMIT :most
                """)
                .param("most", most)
                .query((row, _) -> new KeyRow(
                        row.getLong("id"),
                        row.getString("hint"),
                        row.getString("name"),
                        row.getString("tier"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("created_by"),
                        revokedAt(row),
                        row.getString("revoked_by")))
                .list();
    }

    private static @Nullable Instant revokedAt(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("revoked_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
