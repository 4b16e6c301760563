package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.lastknown.Hidden;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Issues that tell of tools that were taken down, as an entry's own or as the one it is compared with.
@Repository
class TakenDownQueries implements Hidden {

    private static final String MAILED = """
            SELECT i.issue_id, i.status
            FROM issue i JOIN issue_entry e USING (issue_id)
                JOIN digest_tool t ON t.tool_id = e.tool_id OR t.slug = e.facts #>> '{other,slug}'
            WHERE t.taken_down AND NOT e.dropped
            """;

    private final JdbcClient jdbc;

    TakenDownQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TakenDown of(UUID issueId) {
        return of(List.of(issueId)).getOrDefault(issueId, TakenDown.NOTHING);
    }

    /// All tools that are shown to nobody in one line, the same as long as they are.
    @Override
    public String hidden() {
        return jdbc.sql("""
                        SELECT coalesce(string_agg(tool_id::text, ',' ORDER BY tool_id), '')
                        FROM digest_tool WHERE taken_down
                        """).query(String.class).single();
    }

    /// By issue, of those that tell of any.
    Map<UUID, TakenDown> of(Collection<UUID> issueIds) {
        var found = new HashMap<UUID, TakenDown>();
        jdbc.sql("""
                        SELECT e.issue_id, e.entry_id, t.name,
                            CASE WHEN t.tool_id = e.tool_id THEN e.facts ->> 'name' ELSE e.facts #>> '{other,name}' END AS told
                        FROM issue_entry e
                            JOIN digest_tool t ON t.tool_id = e.tool_id OR t.slug = e.facts #>> '{other,slug}'
                        WHERE t.taken_down AND e.issue_id = ANY (:issues)
                        """).param("issues", issueIds.toArray(UUID[]::new)).query(row -> {
            UUID issue = row.getObject("issue_id", UUID.class);
            TakenDown down = found.computeIfAbsent(issue, _ -> new TakenDown(new HashSet<>(), new HashSet<>()));
            down.entries().add(row.getInt("entry_id"));
            Set<String> names = down.names();
            names.add(row.getString("name").toLowerCase(Locale.ROOT));
            names.add(row.getString("told").toLowerCase(Locale.ROOT));
        });
        return found;
    }

    /// Whether the mail tells of any.
    boolean isMailed(UUID issueId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM (" + MAILED + ") AS m WHERE m.issue_id = :issue)")
                .param("issue", issueId)
                .query(Boolean.class)
                .single();
    }

    /// What is being sent and tells of any.
    List<UUID> sending() {
        return jdbc.sql("SELECT DISTINCT issue_id FROM (" + MAILED
                        + ") AS m WHERE status = 'sending' ORDER BY issue_id")
                .query(UUID.class)
                .list();
    }
}
