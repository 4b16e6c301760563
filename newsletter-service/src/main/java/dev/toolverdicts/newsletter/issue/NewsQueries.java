package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.issue.EntryFacts.Count;
import dev.toolverdicts.newsletter.issue.EntryFacts.Opponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What no issue has told yet. News is compared with what was told, not with a moment: an event that
/// arrives late is told late, and never lost.
@Repository
class NewsQueries {

    /// A cancelled issue has told nothing, unless some had been sent.
    private static final String TOLD = "(i.status <> 'cancelled' OR i.started_at IS NOT NULL)";

    private final JdbcClient jdbc;

    NewsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Told> news() {
        return jdbc.sql("""
                        SELECT n.kind, n.tool_id, n.slug, n.name, n.tagline, n.from_value, n.to_value,
                               n.ships, n.skips, n.since
                        FROM digest_entry n
                        WHERE NOT EXISTS (
                            SELECT FROM issue_entry e JOIN issue i USING (issue_id)
                            WHERE e.tool_id = n.tool_id AND e.kind = n.kind AND e.since = n.since AND %s)
                        ORDER BY n.since DESC, n.slug
                        LIMIT 200
                        """.formatted(TOLD)).query((row, _) -> news(row)).list();
    }

    /// Where panel and community are farthest apart, when that is far and was not told last time.
    Optional<Told> gap() {
        return jdbc.sql("""
                        SELECT 'panel_community_gap' AS kind, t.tool_id, t.slug, t.name, t.tagline, p.verdict,
                               p.ships, p.skips, v.ships AS votes_for, v.skips AS votes_against
                        FROM digest_panel p
                        JOIN digest_tool t USING (tool_id)
                        JOIN digest_tally v USING (tool_id)
                        CROSS JOIN LATERAL (
                            SELECT abs(p.ships::numeric / nullif(p.ships + p.skips, 0)
                                       - v.ships::numeric / nullif(v.ships + v.skips, 0)) AS width) AS gap
                        WHERE p.verdict <> 'pending' AND t.status <> 'discontinued' AND NOT t.taken_down
                          AND v.ships + v.skips >= 5 AND gap.width >= 0.2
                          AND NOT EXISTS (
                            SELECT FROM issue_entry e
                            WHERE e.issue_id = (SELECT issue_id FROM issue i WHERE %s ORDER BY created_at DESC, iso_week DESC LIMIT 1)
                              AND e.kind = 'panel_community_gap' AND e.tool_id = t.tool_id)
                        ORDER BY gap.width DESC, v.ships + v.skips DESC, t.slug
                        LIMIT 1
                        """.formatted(TOLD)).query((row, _) -> gap(row)).optional();
    }

    /// Whom the community sees otherwise than when the last issue was drafted; five new votes or more.
    List<Told> movers() {
        return jdbc.sql("""
                        SELECT 'mover' AS kind, t.tool_id, t.slug, t.name, t.tagline,
                               b.ships AS before_for, b.skips AS before_against,
                               v.ships AS votes_for, v.skips AS votes_against
                        FROM issue_tally b
                        JOIN digest_tally v USING (tool_id)
                        JOIN digest_tool t USING (tool_id)
                        CROSS JOIN LATERAL (
                            SELECT abs(v.ships::numeric / nullif(v.ships + v.skips, 0)
                                       - b.ships::numeric / nullif(b.ships + b.skips, 0)) AS distance) AS moved
                        WHERE b.issue_id = (SELECT issue_id FROM issue i WHERE %s ORDER BY created_at DESC, iso_week DESC LIMIT 1)
                          AND t.status <> 'discontinued' AND NOT t.taken_down
                          AND b.ships + b.skips >= 5 AND v.ships + v.skips >= b.ships + b.skips + 5
                          AND moved.distance >= 0.05
                        ORDER BY moved.distance DESC, t.slug
                        LIMIT 3
                        """.formatted(TOLD)).query((row, _) -> mover(row)).list();
    }

    /// Two tools of one category, one of them in the news, that no issue has compared; rather
    /// two the panel rules differently on, and two that many vote on. The order within a pair
    /// is that of its address.
    Optional<Told> comparison(Collection<UUID> inTheNews) {
        return jdbc.sql("""
                        WITH rated AS (
                            SELECT t.tool_id, t.slug, t.name, t.tagline, t.category, p.verdict, p.ships, p.skips,
                                   coalesce(v.ships + v.skips, 0) AS votes
                            FROM digest_tool t
                            JOIN digest_panel p USING (tool_id)
                            LEFT JOIN digest_tally v USING (tool_id)
                            WHERE p.verdict <> 'pending' AND t.status <> 'discontinued' AND NOT t.taken_down)
                        SELECT 'comparison' AS kind, a.tool_id, a.slug, a.name, a.tagline, a.verdict, a.ships, a.skips,
                               b.slug AS other_slug, b.name AS other_name, b.verdict AS other_verdict,
                               b.ships AS other_ships, b.skips AS other_skips
                        FROM rated a
                        JOIN rated b ON a.category = b.category AND a.slug COLLATE "C" < b.slug COLLATE "C"
                        WHERE (a.tool_id = ANY (:news) OR b.tool_id = ANY (:news))
                          AND NOT EXISTS (
                            SELECT FROM issue_entry e JOIN issue i USING (issue_id)
                            WHERE e.tool_id = a.tool_id AND e.kind = 'comparison'
                              AND e.facts -> 'other' ->> 'slug' = b.slug AND %s)
                        ORDER BY a.verdict <> b.verdict DESC, a.votes + b.votes DESC, a.slug, b.slug
                        LIMIT 1
                        """.formatted(TOLD))
                .param("news", inTheNews.toArray(UUID[]::new))
                .query((row, _) -> comparison(row))
                .optional();
    }

    private static Told news(ResultSet row) throws SQLException {
        int ships = row.getInt("ships");
        Count panel = row.wasNull() ? null : new Count(ships, row.getInt("skips"));
        return told(
                row,
                row.getObject("since", OffsetDateTime.class),
                facts(row, row.getString("from_value"), row.getString("to_value"), panel, null, null, null));
    }

    private static Told gap(ResultSet row) throws SQLException {
        return told(
                row,
                null,
                facts(row, null, row.getString("verdict"), count(row, "ships", "skips"), votes(row), null, null));
    }

    private static Told mover(ResultSet row) throws SQLException {
        return told(
                row, null, facts(row, null, null, null, votes(row), count(row, "before_for", "before_against"), null));
    }

    private static Told comparison(ResultSet row) throws SQLException {
        var other = new Opponent(
                row.getString("other_slug"),
                row.getString("other_name"),
                row.getString("other_verdict"),
                count(row, "other_ships", "other_skips"));
        return told(
                row, null, facts(row, null, row.getString("verdict"), count(row, "ships", "skips"), null, null, other));
    }

    private static Told told(ResultSet row, @Nullable OffsetDateTime since, EntryFacts facts) throws SQLException {
        return new Told(
                EntryKind.of(row.getString("kind")),
                row.getObject("tool_id", UUID.class),
                row.getString("slug"),
                since == null ? null : since.toInstant(),
                facts);
    }

    private static EntryFacts facts(
            ResultSet row,
            @Nullable String from,
            @Nullable String to,
            @Nullable Count panel,
            @Nullable Count community,
            @Nullable Count before,
            @Nullable Opponent other)
            throws SQLException {
        return new EntryFacts(
                row.getString("name"), row.getString("tagline"), from, to, panel, community, before, other);
    }

    private static Count votes(ResultSet row) throws SQLException {
        return count(row, "votes_for", "votes_against");
    }

    private static Count count(ResultSet row, String ships, String skips) throws SQLException {
        return new Count(row.getLong(ships), row.getLong(skips));
    }
}
