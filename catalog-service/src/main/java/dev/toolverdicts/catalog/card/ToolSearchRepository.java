package dev.toolverdicts.catalog.card;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Writes what tools are found by, from their cards; a tool that was taken down is not found. The tools
/// that are due are put aside first: to work out their words is dear, and the planner must not begin
/// with it. They are written in the order of their ids, so that two writers do not wait for each other.
@Repository
class ToolSearchRepository {

    private static final String FOLLOW = """
            WITH due AS MATERIALIZED (
                SELECT tool_id, card.tool_version, card.tool
                FROM tool_card card LEFT JOIN tool_search known USING (tool_id)
                WHERE card.tool IS NOT NULL AND card.tool_version > coalesce(known.tool_version, 0) AND %s
            )
            INSERT INTO tool_search AS known (tool_id, tool_version, name, words, tags, status)
            SELECT tool_id, tool_version, found.* FROM due CROSS JOIN LATERAL searchable(tool) AS found
            ORDER BY tool_id
            ON CONFLICT (tool_id) DO UPDATE SET
                tool_version = excluded.tool_version, name = excluded.name, words = excluded.words,
                tags = excluded.tags, status = excluded.status
            WHERE known.tool_version < excluded.tool_version
            """;

    private static final String LEAVE = """
            DELETE FROM tool_search WHERE tool_id IN (
                SELECT tool_id FROM tool_search JOIN tool_card card USING (tool_id)
                WHERE card.tool IS NULL AND %s ORDER BY tool_id FOR UPDATE OF tool_search
            )
            """;

    private final JdbcClient jdbc;

    ToolSearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Follows the cards of these tools.
    void follow(Collection<UUID> tools) {
        for (String statement : List.of(LEAVE, FOLLOW)) {
            jdbc.sql(statement.formatted("tool_id = ANY (:tools)"))
                    .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                    .update();
        }
    }

    /// Follows every card that is ahead. Two narrow columns of all tools are compared, some 10 ms of
    /// 10,000 tools.
    ///
    /// @return how many there were
    int catchUp() {
        return jdbc.sql(LEAVE.formatted("true")).update()
                + jdbc.sql(FOLLOW.formatted("true")).update();
    }
}
