package dev.toolverdicts.catalog.change;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Puts histories together. Every change of a fact since they are listed is read in the package
/// `history`.
@Repository
public class ChangeQueries {

    /// How many of the latest boards are looked through.
    private static final int BOARDS = 60;

    private final JdbcClient jdbc;
    private final CardQueries cards;

    ChangeQueries(JdbcClient jdbc, CardQueries cards) {
        this.jdbc = jdbc;
        this.cards = cards;
    }

    private record Turns(
            History.@Nullable Turn verdict,
            History.@Nullable Turn price,
            History.@Nullable Turn status) {}

    /// Of the tool that has this slug now.
    public Optional<History> of(String slug) {
        return cards.withTakes(List.of(slug)).stream().findFirst().map(this::history);
    }

    private History history(WithTakes found) {
        ToolCard card = found.card();
        Turns turns = turns(card.slug());
        return new History(
                card.slug(),
                card.name(),
                turns.verdict(),
                turns.price(),
                turns.status(),
                found.takes().stream().map(ChangeQueries::turn).toList(),
                places(card.slug()),
                card.asOf());
    }

    private static History.CriticTurn turn(Take take) {
        return new History.CriticTurn(
                take.criticKey(),
                take.criticName(),
                take.previousVerdict(),
                take.verdict(),
                take.verdictSince() == null ? take.publishedAt() : take.verdictSince(),
                take.changeReason());
    }

    private Turns turns(String slug) {
        return jdbc.sql("""
                        SELECT v.verdict, v.previous_verdict, v.since AS verdict_since,
                            c.pricing_text, c.previous_pricing_text, c.pricing_since,
                            c.status, c.previous_status, c.status_since
                        FROM tool_card card
                            LEFT JOIN tool_verdict v USING (tool_id) LEFT JOIN tool_change c USING (tool_id)
                        WHERE card.slug = :slug AND card.tool IS NOT NULL
                        LIMIT 1
                        """)
                .param("slug", slug)
                .query((row, _) -> new Turns(
                        turn(row, "previous_verdict", "verdict", "verdict_since"),
                        turn(row, "previous_pricing_text", "pricing_text", "pricing_since"),
                        turn(row, "previous_status", "status", "status_since")))
                .optional()
                .orElseGet(() -> new Turns(null, null, null));
    }

    private static History.@Nullable Turn turn(ResultSet row, String before, String now, String since)
            throws SQLException {
        String present = row.getString(now);
        return present == null
                ? null
                : new History.Turn(
                        row.getString(before),
                        present,
                        Objects.requireNonNull(row.getObject(since, OffsetDateTime.class))
                                .toInstant());
    }

    private List<History.Place> places(String slug) {
        return jdbc.sql("""
                        SELECT board.period, board.window_key, board.content ->> 'state' AS state,
                            (place ->> 'place')::int AS place, (board.content ->> 'ranked')::int AS ranked
                        FROM (SELECT * FROM leaderboard ORDER BY window_from DESC NULLS FIRST, board_key
                              LIMIT :boards) AS board
                            CROSS JOIN LATERAL jsonb_array_elements(board.content -> 'rows') AS ranks (place)
                        WHERE place ->> 'toolId' =
                            (SELECT tool_id::text FROM tool_card WHERE slug = :slug AND tool IS NOT NULL LIMIT 1)
                        ORDER BY board.window_from DESC NULLS FIRST, board.board_key
                        """)
                .param("boards", BOARDS)
                .param("slug", slug)
                .query((row, _) -> new History.Place(
                        row.getString("period"),
                        row.getString("window_key"),
                        row.getString("state"),
                        row.getInt("place"),
                        row.getInt("ranked")))
                .list();
    }
}
