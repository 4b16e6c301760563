package dev.toolverdicts.review.critic;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CriticRepository {

    /// @param relabelled whether what reviews show of the critic changed
    record Saved(long version, boolean relabelled) {}

    private final JdbcClient jdbc;

    CriticRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes what differs from the row and raises its version. The statement locks the row, so of two
    /// copies that start together only one sees a difference.
    Optional<Saved> save(Persona persona, int position, AuthorKind authorKind, Instant now) {
        return jdbc.sql("""
                        INSERT INTO critic AS c (critic_key, version, position, name, role_label, motto, persona, likes,
                            dislikes, author_kind, categories, updated_at)
                        VALUES (:key, 1, :position, :name, :role, :motto, :persona, :likes, :dislikes, :authorKind,
                            :categories, :now)
                        ON CONFLICT (critic_key) DO UPDATE SET
                            version = c.version + 1,
                            position = excluded.position,
                            name = excluded.name,
                            role_label = excluded.role_label,
                            motto = excluded.motto,
                            persona = excluded.persona,
                            likes = excluded.likes,
                            dislikes = excluded.dislikes,
                            author_kind = excluded.author_kind,
                            categories = excluded.categories,
                            updated_at = excluded.updated_at
                        WHERE (c.position, c.name, c.role_label, c.motto, c.persona, c.likes, c.dislikes, c.author_kind,
                                c.categories)
                            IS DISTINCT FROM (excluded.position, excluded.name, excluded.role_label, excluded.motto,
                                excluded.persona, excluded.likes, excluded.dislikes, excluded.author_kind,
                                excluded.categories)
                        RETURNING new.version,
                            (old.position, old.name, old.role_label)
                                IS DISTINCT FROM (new.position, new.name, new.role_label) AS relabelled
                        """)
                .param("key", persona.key())
                .param("position", position)
                .param("name", persona.name())
                .param("role", persona.role())
                .param("motto", persona.motto())
                .param("persona", persona.persona())
                .param("likes", persona.likes().toArray(String[]::new))
                .param("dislikes", persona.dislikes().toArray(String[]::new))
                .param("authorKind", authorKind.toString())
                .param("categories", persona.categories().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Saved(row.getLong("version"), row.getBoolean("relabelled")))
                .optional();
    }

    /// The critic's state, which stays as it is until the transaction ends.
    Optional<CriticState> lock(String key) {
        return jdbc.sql("SELECT * FROM critic WHERE critic_key = :key FOR NO KEY UPDATE")
                .param("key", key)
                .query((row, _) -> state(row))
                .optional();
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT critic_key, version FROM critic").query(row -> {
            versions.put(row.getString("critic_key"), row.getLong("version"));
        });
        return versions;
    }

    private static CriticState state(ResultSet row) throws SQLException {
        return new CriticState(
                row.getString("critic_key"),
                row.getLong("version"),
                row.getInt("position"),
                row.getString("name"),
                row.getString("role_label"),
                row.getString("motto"),
                row.getString("persona"),
                lines(row.getArray("likes")),
                lines(row.getArray("dislikes")),
                AuthorKind.of(row.getString("author_kind")).orElseThrow(),
                lines(row.getArray("categories")));
    }

    static List<String> lines(Array lines) throws SQLException {
        return List.of((String[]) lines.getArray());
    }
}
