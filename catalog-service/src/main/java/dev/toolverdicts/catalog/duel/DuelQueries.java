package dev.toolverdicts.catalog.duel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class DuelQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DuelQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// How two tools did against each other, the first one's wins first.
    public PairCounts pair(String firstSlug, String secondSlug) {
        return jdbc.sql("""
                        SELECT CASE WHEN d.tool_a = one.tool_id THEN wins_a ELSE wins_b END AS first,
                               CASE WHEN d.tool_a = one.tool_id THEN wins_b ELSE wins_a END AS second, ties
                        FROM tool_card one, tool_card other, duel_pair d
                        WHERE one.slug = :one AND one.tool IS NOT NULL AND other.slug = :other AND other.tool IS NOT NULL
                          AND d.tool_a = least(one.tool_id, other.tool_id)
                          AND d.tool_b = greatest(one.tool_id, other.tool_id)
                        """)
                .param("one", firstSlug)
                .param("other", secondSlug)
                .query((row, _) -> new PairCounts(row.getLong("first"), row.getLong("second"), row.getLong("ties")))
                .optional()
                .orElse(PairCounts.NONE);
    }

    /// A tool that is not shown any more, or whose card has not come yet, is left out.
    public Optional<DuelRank> rank(String category) {
        return jdbc.sql("SELECT content FROM duel_rank WHERE category_key = ?")
                .param(category)
                .query(String.class)
                .optional()
                .map(content -> rank(json.readValue(content, RankState.class)));
    }

    private DuelRank rank(RankState state) {
        List<UUID> ids = state.rows().stream().map(RankState.Row::toolId).toList();
        Map<UUID, DuelRank.Named> known = shown(ids);
        return new DuelRank(
                state.duels(),
                state.rows().stream()
                        .filter(row -> known.containsKey(row.toolId()))
                        .map(row -> row(row, Objects.requireNonNull(known.get(row.toolId()))))
                        .toList(),
                state.updatedAt());
    }

    /// Their names alone: a category may have thousands.
    private Map<UUID, DuelRank.Named> shown(Collection<UUID> ids) {
        var found = new HashMap<UUID, DuelRank.Named>();
        jdbc.sql("""
                        SELECT tool_id, slug, tool ->> 'name' AS name FROM tool_card
                        WHERE tool_id = ANY (:ids) AND tool IS NOT NULL
                        """).param("ids", new SqlArrayValue("uuid", ids.toArray())).query(row -> {
            found.put(
                    row.getObject("tool_id", UUID.class),
                    new DuelRank.Named(row.getString("slug"), row.getString("name")));
        });
        return found;
    }

    private static DuelRank.Row row(RankState.Row row, DuelRank.Named tool) {
        return new DuelRank.Row(
                row.group(),
                row.place(),
                tool,
                row.share(),
                row.low(),
                row.high(),
                row.wins(),
                row.losses(),
                row.ties());
    }
}
