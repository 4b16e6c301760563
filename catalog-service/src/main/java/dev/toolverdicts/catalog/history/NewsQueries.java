package dev.toolverdicts.catalog.history;

import dev.toolverdicts.catalog.history.NewsItem.Mentioned;
import dev.toolverdicts.catalog.history.NewsItem.MentionedRelease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads news. Of its tools those that are shown are named, and an item without any is not there.
@Repository
public class NewsQueries {

    private static final String ITEMS = """
            SELECT n.news_key, n.title, n.url, n.published_on, n.updated_at, mentioned.tools,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('tool', card.slug, 'label', r.label)
                                           ORDER BY r.released_on, card.slug, r.label), '[]')
                 FROM news_release m JOIN tool_release r USING (release_id) JOIN tool_card card USING (tool_id)
                 WHERE m.news_key = n.news_key AND card.tool IS NOT NULL) AS releases
            FROM news_item n
            CROSS JOIN LATERAL (
                SELECT coalesce(jsonb_agg(jsonb_build_object('slug', card.slug, 'name', card.tool ->> 'name')
                                          ORDER BY card.slug), '[]') AS tools
                FROM news_tool m JOIN tool_card card USING (tool_id)
                WHERE m.news_key = n.news_key AND card.tool IS NOT NULL) AS mentioned
            WHERE true
            """;
    private static final String WITH_TOOLS = "AND mentioned.tools <> '[]' ";
    private static final String OF_TOOL = """
            AND n.news_key IN (SELECT m.news_key FROM news_tool m JOIN tool_card card USING (tool_id)
                               WHERE card.slug = :tool AND card.tool IS NOT NULL)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NewsQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<NewsItem> byKey(String key) {
        return written(key).filter(item -> !item.tools().isEmpty());
    }

    /// For who wrote it, whether its tools are shown or not.
    public Optional<NewsItem> written(String key) {
        return jdbc.sql(ITEMS + "AND n.news_key = :key")
                .param("key", key)
                .query((row, _) -> item(row))
                .optional();
    }

    List<NewsItem> ofTool(String slug, int most) {
        return latest(slug, null, most);
    }

    /// The latest first.
    ///
    /// @param tool the slug of a tool that an item must name, or null
    /// @param after the key of the item before the first, or null
    List<NewsItem> latest(@Nullable String tool, @Nullable String after, int most) {
        return jdbc.sql(ITEMS + WITH_TOOLS + (tool == null ? "" : OF_TOOL) + """
                        AND (:after::text IS NULL OR (n.published_on, n.news_key)
                            < (SELECT b.published_on, b.news_key FROM news_item b WHERE b.news_key = :after))
                        ORDER BY n.published_on DESC, n.news_key DESC LIMIT :most
                        """)
                .param("tool", tool)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> item(row))
                .list();
    }

    private NewsItem item(ResultSet row) throws SQLException {
        return new NewsItem(
                row.getString("news_key"),
                row.getString("title"),
                row.getString("url"),
                row.getObject("published_on", LocalDate.class),
                List.of(json.readValue(row.getString("tools"), Mentioned[].class)),
                List.of(json.readValue(row.getString("releases"), MentionedRelease[].class)),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
