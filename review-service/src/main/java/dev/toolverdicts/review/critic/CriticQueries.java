package dev.toolverdicts.review.critic;

import dev.toolverdicts.review.critic.CriticPage.GivenVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Repository
public class CriticQueries {

    /// @param next where the next page starts, null on the last one
    record Page(CriticPage critic, @Nullable VerdictCursor next) {}

    private record Given(UUID toolId, GivenVerdict verdict) {}

    private record Counts(
            int reviewed, int shipped, @Nullable Instant changedAt) {}

    private final JdbcClient jdbc;

    CriticQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Critic> find(String key) {
        return jdbc.sql("SELECT critic_key, name, role_label, version FROM critic WHERE critic_key = :key")
                .param("key", key)
                .query((row, _) -> new Critic(
                        row.getString("critic_key"),
                        row.getString("name"),
                        row.getString("role_label"),
                        row.getLong("version")))
                .optional();
    }

    /// The keys of the panel in its order.
    public List<String> order() {
        return jdbc.sql("SELECT critic_key FROM critic ORDER BY position, critic_key")
                .query(String.class)
                .list();
    }

    List<CriticView> all() {
        return jdbc.sql("SELECT * FROM critic ORDER BY position, critic_key")
                .query((row, _) -> view(row))
                .list();
    }

    /// One snapshot for all of the page, so that counts and list agree.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Optional<Page> page(String key, int limit, @Nullable VerdictCursor after) {
        return jdbc.sql("SELECT * FROM critic WHERE critic_key = :key")
                .param("key", key)
                .query((row, _) -> view(row))
                .optional()
                .map(critic -> page(critic, limit, after));
    }

    private Page page(CriticView critic, int limit, @Nullable VerdictCursor after) {
        Counts counts = counts(critic.key());
        List<Given> given = verdicts(critic.key(), limit + 1, after);
        List<Given> shown = given.size() > limit ? given.subList(0, limit) : given;
        Instant changedAt = counts.changedAt();
        Instant asOf = changedAt != null && changedAt.isAfter(critic.asOf()) ? changedAt : critic.asOf();
        VerdictCursor next = null;
        if (shown.size() < given.size()) {
            Given last = shown.getLast();
            next = new VerdictCursor(last.verdict().publishedAt(), last.toolId());
        }
        List<GivenVerdict> verdicts = shown.stream().map(Given::verdict).toList();
        return new Page(CriticPage.of(critic, counts.reviewed(), counts.shipped(), verdicts, asOf), next);
    }

    private Counts counts(String key) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE withdrawn_at IS NULL) AS reviewed,
                            count(*) FILTER (WHERE withdrawn_at IS NULL AND verdict = 'ship') AS shipped,
                            max(greatest(revised_at, withdrawn_at)) AS changed_at
                        FROM review LEFT JOIN known_tool t USING (tool_id)
                        WHERE critic_key = :key AND t.taken_down_since IS NULL
                        """)
                .param("key", key)
                .query((row, _) -> {
                    OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
                    return new Counts(
                            row.getInt("reviewed"),
                            row.getInt("shipped"),
                            changedAt == null ? null : changedAt.toInstant());
                })
                .single();
    }

    private List<Given> verdicts(String key, int limit, @Nullable VerdictCursor after) {
        return jdbc.sql("""
                        SELECT r.tool_id, t.slug, t.name, r.verdict, r.score, r.published_at
                        FROM review r JOIN known_tool t USING (tool_id)
                        WHERE r.critic_key = :key AND r.withdrawn_at IS NULL AND t.taken_down_since IS NULL
                            AND (:after::timestamptz IS NULL OR (r.published_at, r.tool_id) < (:after::timestamptz, :afterTool::uuid))
                        ORDER BY r.published_at DESC, r.tool_id DESC
                        LIMIT :limit
                        """)
                .param("key", key)
                .param("after", after == null ? null : after.publishedAt().atOffset(ZoneOffset.UTC))
                .param("afterTool", after == null ? null : after.toolId())
                .param("limit", limit)
                .query((row, _) -> new Given(
                        row.getObject("tool_id", UUID.class),
                        new GivenVerdict(
                                new CriticPage.ToolLabel(row.getString("slug"), row.getString("name")),
                                row.getString("verdict"),
                                row.getInt("score"),
                                instant(row, "published_at"))))
                .list();
    }

    private static CriticView view(ResultSet row) throws SQLException {
        return new CriticView(
                row.getString("critic_key"),
                row.getInt("position"),
                row.getString("name"),
                row.getString("role_label"),
                row.getString("motto"),
                row.getString("persona"),
                CriticRepository.lines(row.getArray("likes")),
                CriticRepository.lines(row.getArray("dislikes")),
                AuthorKind.of(row.getString("author_kind")).orElseThrow(),
                CriticRepository.lines(row.getArray("categories")),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
