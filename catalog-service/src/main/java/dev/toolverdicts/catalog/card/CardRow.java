package dev.toolverdicts.catalog.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads a row of `tool_card` as the card the contract promises.
@Component
class CardRow {

    private final JsonMapper json;

    CardRow(JsonMapper json) {
        this.json = json;
    }

    ToolCard card(ResultSet row) throws SQLException {
        ToolState tool = json.readValue(row.getString("tool"), ToolState.class);
        PanelState panel = panel(row);
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
                panel == null ? ToolCard.Panel.UNHEARD : panel.figures(),
                new ToolCard.Community(
                        row.getLong("ships"),
                        row.getLong("skips"),
                        row.getObject("pct", Integer.class),
                        row.getObject("wilson_low", Double.class),
                        row.getObject("wilson_high", Double.class)),
                asOf(row),
                new ToolCard.Versions(
                        row.getLong("tool_version"), row.getLong("panel_version"), row.getLong("tally_version")));
    }

    @Nullable
    PanelState panel(ResultSet row) throws SQLException {
        String panel = row.getString("panel");
        return panel == null ? null : json.readValue(panel, PanelState.class);
    }

    private static Instant asOf(ResultSet row) throws SQLException {
        return Stream.of(at(row, "tool_at"), at(row, "panel_at"), at(row, "tally_at"))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
