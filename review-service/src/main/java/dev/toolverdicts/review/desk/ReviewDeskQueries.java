package dev.toolverdicts.review.desk;

import dev.toolverdicts.review.review.PanelRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a critic has to write and has written.
@Repository
class ReviewDeskQueries {

    /// As the API says it of each review: 180 days after its text, or with a release of a later day. Hours,
    /// since a day of the session's zone may have 23 or 25.
    private static final String DUE_AT = """
            least(r.revised_at + interval '4320 hours',
                CASE WHEN t.latest_release_on > (r.revised_at AT TIME ZONE 'UTC')::date
                    THEN t.latest_release_on::timestamp AT TIME ZONE 'UTC' END)
            """;

    private static final String OWN = """
            SELECT t.tool_id, t.slug, t.name, r.verdict, r.score, r.revised_at, %s AS due_at
            FROM known_tool t LEFT JOIN review r
                ON r.tool_id = t.tool_id AND r.critic_key = :critic AND r.withdrawn_at IS NULL
            """.formatted(DUE_AT);

    private final JdbcClient jdbc;

    ReviewDeskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CriticLine> critics(Instant now) {
        return jdbc.sql("""
                        SELECT c.critic_key AS key, c.name, c.role_label AS role, count(r.tool_id) AS current,
                            count(r.tool_id) FILTER (WHERE %s <= :now) AS due
                        FROM critic c LEFT JOIN review r ON r.critic_key = c.critic_key AND r.withdrawn_at IS NULL
                            LEFT JOIN known_tool t ON t.tool_id = r.tool_id
                        GROUP BY c.critic_key, c.name, c.role_label, c.position ORDER BY c.position, c.critic_key
                        """.formatted(DUE_AT))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new CriticLine(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getInt("current"),
                        row.getInt("due")))
                .list();
    }

    /// Tools that wait for the critic's review, by address. Assigned is who looks at everything,
    /// who is for the tool's category, and, while these are fewer than a verdict needs, the next of
    /// the panel: as the catalog says it of each tool.
    ///
    /// @param after the address that the page before ended with
    List<ToolLine> open(String criticKey, String after, int most) {
        return jdbc.sql(OWN + """
                        CROSS JOIN (SELECT * FROM critic WHERE critic_key = :critic) AS me
                        WHERE r.tool_id IS NULL AND t.taken_down_since IS NULL AND t.status <> 'discontinued'
                            AND t.slug > :after
                            AND (me.categories = '{}' OR t.category = ANY (me.categories)
                                OR (SELECT count(*) FROM critic c
                                    WHERE c.categories = '{}' OR t.category = ANY (c.categories)
                                        OR (c.position, c.critic_key) < (me.position, me.critic_key)) < :quorum)
                        ORDER BY t.slug LIMIT :most
                        """)
                .param("critic", criticKey)
                .param("after", after)
                .param("quorum", PanelRule.QUORUM)
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    /// The critic's current reviews, what is due first. One of a tool that was taken down can be
    /// changed, too.
    List<ToolLine> current(String criticKey, DueCursor after, int most) {
        return jdbc.sql(OWN + """
                        WHERE (%1$s, r.tool_id) > (:due, :tool)
                        ORDER BY %1$s, r.tool_id LIMIT :most
                        """.formatted(DUE_AT))
                .param("critic", criticKey)
                .param("due", after.dueAt().atOffset(ZoneOffset.UTC))
                .param("tool", after.toolId())
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    /// Any tool may be reviewed by anybody of the panel.
    List<ToolLine> named(String criticKey, String part, int most) {
        return jdbc.sql(OWN + """
                        WHERE strpos(lower(t.name), lower(:part)) > 0 AND t.taken_down_since IS NULL
                        ORDER BY lower(t.name), t.tool_id LIMIT :most
                        """)
                .param("critic", criticKey)
                .param("part", part)
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    private static ToolLine line(ResultSet row) throws SQLException {
        return new ToolLine(
                row.getObject("tool_id", UUID.class), row.getString("slug"), row.getString("name"), written(row));
    }

    private static ToolLine.@Nullable Written written(ResultSet row) throws SQLException {
        OffsetDateTime revisedAt = row.getObject("revised_at", OffsetDateTime.class);
        return revisedAt == null
                ? null
                : new ToolLine.Written(
                        row.getString("verdict"),
                        row.getInt("score"),
                        revisedAt.toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant());
    }
}
