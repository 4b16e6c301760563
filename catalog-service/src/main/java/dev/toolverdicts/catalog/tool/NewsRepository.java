package dev.toolverdicts.catalog.tool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// News items with the tools and releases that they name.
@Repository
class NewsRepository {

    private final JdbcClient jdbc;

    NewsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whoever else writes this item waits until the transaction ends.
    ///
    /// @return whether there was none with this key
    boolean save(String key, NewsBody news, Instant now) {
        return jdbc.sql("""
                        INSERT INTO news_item AS item (news_key, title, url, published_on, updated_at)
                        VALUES (:key, :title, :url, :publishedOn, :now)
                        ON CONFLICT (news_key) DO UPDATE
                        SET title = excluded.title, url = excluded.url, published_on = excluded.published_on,
                            updated_at = excluded.updated_at
                        RETURNING old.news_key IS NULL
                        """)
                .param("key", key)
                .param("title", news.title())
                .param("url", news.url())
                .param("publishedOn", news.publishedOn())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /// The tools it names.
    List<UUID> toolsOf(String key) {
        return jdbc.sql("SELECT tool_id FROM news_tool WHERE news_key = :key")
                .param("key", key.replace("\0", ""))
                .query(UUID.class)
                .list();
    }

    /// In the transaction that saved the item.
    void name(String key, Collection<UUID> tools, Collection<UUID> releases) {
        for (String table : List.of("news_tool", "news_release")) {
            jdbc.sql("DELETE FROM " + table + " WHERE news_key = :key")
                    .param("key", key)
                    .update();
        }
        jdbc.sql("INSERT INTO news_tool (news_key, tool_id) SELECT :key, unnest(:ids)")
                .param("key", key)
                .param("ids", new SqlArrayValue("uuid", tools.toArray()))
                .update();
        jdbc.sql("INSERT INTO news_release (news_key, release_id) SELECT :key, unnest(:ids)")
                .param("key", key)
                .param("ids", new SqlArrayValue("uuid", releases.toArray()))
                .update();
    }

    /// @return whether there was one
    boolean remove(String key) {
        return jdbc.sql("DELETE FROM news_item WHERE news_key = :key")
                        .param("key", key.replace("\0", ""))
                        .update()
                > 0;
    }
}
