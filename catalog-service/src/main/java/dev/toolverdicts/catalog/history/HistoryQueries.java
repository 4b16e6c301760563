package dev.toolverdicts.catalog.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads what happened to the tools that are shown, by their present slugs.
@Repository
public class HistoryQueries {

    private static final String SHOWN =
            "JOIN tool_card card USING (tool_id) WHERE card.slug = :slug AND card.tool IS NOT NULL ";

    /// What editors wrote by hand, one after the other.
    private static final int ALL = Integer.MAX_VALUE;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final NewsQueries news;

    HistoryQueries(JdbcClient jdbc, JsonMapper json, NewsQueries news) {
        this.jdbc = jdbc;
        this.json = json;
        this.news = news;
    }

    /// Up to so many of each kind.
    ///
    /// @param mostPrices how many changes of the price
    public Past past(String slug, int most, int mostPrices) {
        return new Past(
                changes(slug, "", most),
                changes(slug, "AND f.kind = 'price' ", mostPrices),
                releases(slug, most),
                news.ofTool(slug, most));
    }

    /// The latest first.
    List<FactChange> changes(String slug) {
        return changes(slug, "", ALL);
    }

    /// @param which a condition, or nothing for every kind
    private List<FactChange> changes(String slug, String which, int most) {
        return jdbc.sql("SELECT f.version, f.kind, f.old_value, f.new_value, f.source_url, f.at FROM fact_change f "
                        + SHOWN + which + "ORDER BY f.at DESC, f.version DESC, f.kind LIMIT :most")
                .param("slug", slug)
                .param("most", most)
                .query((row, _) -> change(row))
                .list();
    }

    /// The latest first, whether the tool is shown or not.
    public List<Release> releasesOf(UUID toolId) {
        return jdbc.sql("""
                        SELECT release_id, label, released_on, source_url, added_at FROM tool_release
                        WHERE tool_id = :id ORDER BY released_on DESC, added_at DESC, label DESC
                        """).param("id", toolId).query((row, _) -> release(row)).list();
    }

    /// The latest first.
    List<Release> releases(String slug) {
        return releases(slug, ALL);
    }

    private List<Release> releases(String slug, int most) {
        return jdbc.sql("SELECT r.release_id, r.label, r.released_on, r.source_url, r.added_at FROM tool_release r "
                        + SHOWN + "ORDER BY r.released_on DESC, r.added_at DESC, r.label DESC LIMIT :most")
                .param("slug", slug)
                .param("most", most)
                .query((row, _) -> release(row))
                .list();
    }

    private FactChange change(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new FactChange(
                row.getLong("version") + "~" + kind,
                kind,
                json.readValue(row.getString("old_value"), FactValue.class),
                json.readValue(row.getString("new_value"), FactValue.class),
                row.getString("source_url"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                row.getObject("release_id", UUID.class),
                row.getString("label"),
                row.getObject("released_on", LocalDate.class),
                row.getString("source_url"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
