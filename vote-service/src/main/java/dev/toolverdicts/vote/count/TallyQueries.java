package dev.toolverdicts.vote.count;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Tallies as publishing asks for them.
class TallyQueries {

    private final JdbcClient jdbc;

    TallyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Tools whose tally has moved on since it was last published.
    List<UUID> unpublished() {
        return jdbc.sql("""
                        SELECT tool_id FROM tallies t LEFT JOIN tally_published p USING (tool_id)
                        WHERE t.version > coalesce(p.version, 0)
                        """).query(UUID.class).list();
    }

    List<UUID> unpublished(Collection<UUID> tools) {
        return jdbc.sql("""
                        SELECT tool_id FROM tallies t LEFT JOIN tally_published p USING (tool_id)
                        WHERE t.tool_id = ANY (:tools) AND t.version > coalesce(p.version, 0)
                        """)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .query(UUID.class)
                .list();
    }

    /// Votes on all tools that wait for somebody to look at them.
    long held() {
        return jdbc.sql("SELECT coalesce(sum(held), 0) FROM tallies")
                .query(Long.class)
                .single();
    }

    /// Of these tools the tallies that are ahead of what was published before a moment.
    List<Tally> due(Collection<UUID> tools, Instant publishedBefore) {
        return jdbc.sql("""
                        SELECT t.*, coalesce(b.active, false) AS brigade
                        FROM tallies t LEFT JOIN tally_published p USING (tool_id) LEFT JOIN tool_brigade b USING (tool_id)
                        WHERE t.tool_id = ANY (:tools) AND t.version > coalesce(p.version, 0)
                          AND (p.published_at IS NULL OR p.published_at <= :before)
                        ORDER BY tool_id
                        """)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .param("before", publishedBefore.atOffset(ZoneOffset.UTC))
                .query(Tally.class)
                .list();
    }

    List<Tally> find(Collection<UUID> tools) {
        return jdbc.sql("""
                        SELECT t.*, coalesce(b.active, false) AS brigade
                        FROM tallies t LEFT JOIN tool_brigade b USING (tool_id)
                        WHERE tool_id = ANY (:tools) ORDER BY tool_id
                        """)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .query(Tally.class)
                .list();
    }
}
