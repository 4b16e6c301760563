package dev.toolverdicts.catalog.verdict;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.ToolCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class VerdictQueries {

    private static final String FIRST =
            "told.verdict <> 'pending' AND coalesce(told.previous_verdict, 'pending') = 'pending'";
    private static final String TURNED = "told.previous_verdict <> 'pending' AND told.verdict <> told.previous_verdict";

    private final JdbcClient jdbc;
    private final CardQueries cards;

    VerdictQueries(JdbcClient jdbc, CardQueries cards) {
        this.jdbc = jdbc;
        this.cards = cards;
    }

    private record Told(UUID toolId, @Nullable String before, Instant since) {}

    /// The latest changes, of all tools or of one category. A tool whose card is a moment behind, or
    /// ahead, is left out meanwhile: what is told and what its page says are the same.
    public List<VerdictChange> latest(VerdictChange.Kind kind, @Nullable String category, int most) {
        List<Told> told = jdbc.sql("""
                        SELECT told.tool_id, told.previous_verdict, told.since
                        FROM tool_verdict told JOIN tool_card card USING (tool_id)
                        WHERE card.tool IS NOT NULL AND card.verdict = told.verdict AND (%s)
                          AND (:category::text IS NULL OR card.category = :category)
                        ORDER BY told.since DESC, told.tool_id LIMIT :most
                        """.formatted(condition(kind)))
                .param("category", category)
                .param("most", most)
                .query((row, _) -> told(row))
                .list();
        Map<UUID, ToolCard> known = cards.byIds(told.stream().map(Told::toolId).toList());
        return told.stream()
                .flatMap(each -> change(each, known.get(each.toolId())))
                .toList();
    }

    private static String condition(VerdictChange.Kind kind) {
        return switch (kind) {
            case FIRST -> FIRST;
            case TURNED -> TURNED;
            case ALL -> "(" + FIRST + ") OR (" + TURNED + ")";
        };
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                Objects.requireNonNull(row.getObject("tool_id", UUID.class)),
                row.getString("previous_verdict"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static Stream<VerdictChange> change(Told told, @Nullable ToolCard tool) {
        return tool == null
                ? Stream.empty()
                : Stream.of(new VerdictChange(told.toolId(), tool, told.before(), told.since()));
    }
}
