package dev.toolverdicts.catalog.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads a row of `tool_card` as the card the contract promises.
@Component
class CardRow {

    /// What a card needs; the takes, which are most of a row's bytes, are asked for where they are shown.
    static final String COLUMNS = """
            tool_id, tool_version, tool, tool_at, panel_version, panel_ships, panel_skips, panel_pct, verdict, quorum, \
            critics, panel_at, tally_version, ships, skips, pct, wilson_low, wilson_high, brigade, tally_at""";

    private final JsonMapper json;
    private final Clock clock;

    CardRow(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    ToolCard card(ResultSet row) throws SQLException {
        ToolState tool = json.readValue(row.getString("tool"), ToolState.class);
        return new ToolCard(
                tool.slug(),
                tool.name(),
                tool.tagline(),
                tool.summary(),
                tool.category(),
                tool.tags(),
                tool.websiteUrl(),
                tool.status(),
                tool.pricing(),
                tool.license(),
                tool.bestFor(),
                tool.notFor(),
                tool.repoUrl(),
                Facts.of(tool, clock.instant()),
                tool.latestRelease(),
                panel(row),
                community(row),
                asOf(row),
                new ToolCard.Versions(
                        row.getLong("tool_version"), row.getLong("panel_version"), row.getLong("tally_version")));
    }

    List<Take> takes(ResultSet row) throws SQLException {
        return List.of(json.readValue(row.getString("takes"), Take[].class));
    }

    TakenDown takenDown(ResultSet row) throws SQLException {
        return json.readValue(row.getString("taken_down"), TakenDown.class);
    }

    static UUID id(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("tool_id", UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static ToolCard.Panel panel(ResultSet row) throws SQLException {
        return new ToolCard.Panel(
                row.getInt("panel_ships"),
                row.getInt("panel_skips"),
                row.getObject("panel_pct", Integer.class),
                row.getString("verdict"),
                row.getInt("quorum"),
                row.getInt("critics"));
    }

    private static ToolCard.Community community(ResultSet row) throws SQLException {
        return new ToolCard.Community(
                row.getLong("ships"),
                row.getLong("skips"),
                row.getObject("pct", Integer.class),
                row.getObject("wilson_low", Double.class),
                row.getObject("wilson_high", Double.class),
                row.getBoolean("brigade"));
    }

    private static Instant asOf(ResultSet row) throws SQLException {
        return Stream.of(instantOrNull(row, "tool_at"), instantOrNull(row, "panel_at"), instantOrNull(row, "tally_at"))
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
