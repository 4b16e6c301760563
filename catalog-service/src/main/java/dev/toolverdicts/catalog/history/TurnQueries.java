package dev.toolverdicts.catalog.history;

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

/// Puts together the last turn of everything that is said of a tool: of price and status by
/// `fact_change`, of the verdict by `tool_verdict`, of critics by their takes.
@Repository
public class TurnQueries {

    /// How many of the latest boards are looked through.
    private static final int BOARDS = 60;

    /// A fact that never changed is what it was when the tool was added.
    private static final String LAST = """
            SELECT v.verdict, v.previous_verdict, v.since AS verdict_since,
                coalesce(p.new_value ->> 'text', card.tool #>> '{pricing,text}') AS price,
                p.old_value ->> 'text' AS previous_price,
                coalesce(p.at, (card.tool ->> 'createdAt')::timestamptz) AS price_since,
                coalesce(s.new_value ->> 'text', card.tool ->> 'status') AS status,
                s.old_value ->> 'text' AS previous_status,
                coalesce(s.at, (card.tool ->> 'createdAt')::timestamptz) AS status_since
            FROM tool_card card
            LEFT JOIN tool_verdict v ON v.tool_id = card.tool_id
            LEFT JOIN LATERAL (SELECT f.old_value, f.new_value, f.at FROM fact_change f
                               WHERE f.tool_id = card.tool_id AND f.kind = 'price'
                               ORDER BY f.at DESC, f.version DESC LIMIT 1) AS p ON true
            LEFT JOIN LATERAL (SELECT f.old_value, f.new_value, f.at FROM fact_change f
                               WHERE f.tool_id = card.tool_id AND f.kind = 'status'
                               ORDER BY f.at DESC, f.version DESC LIMIT 1) AS s ON true
            WHERE card.slug = :slug AND card.tool IS NOT NULL
            """;

    private final JdbcClient jdbc;
    private final CardQueries cards;

    TurnQueries(JdbcClient jdbc, CardQueries cards) {
        this.jdbc = jdbc;
        this.cards = cards;
    }

    private record Last(Turns.@Nullable Turn verdict, Turns.Turn price, Turns.Turn status) {}

    /// Of the tool that has this slug now.
    public Optional<Turns> of(String slug) {
        return cards.withTakes(List.of(slug)).stream()
                .findFirst()
                .flatMap(found -> last(slug).map(last -> turns(found, last)));
    }

    private Turns turns(WithTakes found, Last last) {
        ToolCard card = found.card();
        return new Turns(
                card.slug(),
                card.name(),
                last.verdict(),
                last.price(),
                last.status(),
                found.takes().stream().map(TurnQueries::turn).toList(),
                places(card.slug()),
                card.asOf());
    }

    private static Turns.CriticTurn turn(Take take) {
        return new Turns.CriticTurn(
                take.criticKey(),
                take.criticName(),
                take.previousVerdict(),
                take.verdict(),
                take.verdictSince() == null ? take.publishedAt() : take.verdictSince(),
                take.changeReason());
    }

    private Optional<Last> last(String slug) {
        return jdbc
                .sql(LAST)
                .param("slug", slug)
                .query((row, _) -> new Last(
                        row.getString("verdict") == null
                                ? null
                                : turn(row, "previous_verdict", "verdict", "verdict_since"),
                        turn(row, "previous_price", "price", "price_since"),
                        turn(row, "previous_status", "status", "status_since")))
                .stream()
                .findFirst();
    }

    private static Turns.Turn turn(ResultSet row, String before, String now, String since) throws SQLException {
        return new Turns.Turn(
                row.getString(before),
                Objects.requireNonNull(row.getString(now)),
                Objects.requireNonNull(row.getObject(since, OffsetDateTime.class))
                        .toInstant());
    }

    private List<Turns.Place> places(String slug) {
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
                .query((row, _) -> new Turns.Place(
                        row.getString("period"),
                        row.getString("window_key"),
                        row.getString("state"),
                        row.getInt("place"),
                        row.getInt("ranked")))
                .list();
    }
}
