package dev.toolverdicts.catalog.tool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads a row of `tool`.
@Component
class ToolRow {

    private final JsonMapper json;

    ToolRow(JsonMapper json) {
        this.json = json;
    }

    Tool tool(ResultSet row) throws SQLException {
        String previous = row.getString("previous_pricing");
        ToolText text = text(row);
        Instant createdAt = instant(row, "created_at");
        return new Tool(
                Objects.requireNonNull(row.getObject("tool_id", UUID.class)),
                row.getLong("version"),
                text,
                instant(row, "status_since"),
                row.getString("previous_status"),
                instant(row, "pricing_since"),
                previous == null ? null : json.readValue(previous, Pricing.class),
                strings(row, "previous_slugs"),
                facts(row, text, createdAt),
                latestRelease(row),
                takenDown(row),
                createdAt,
                instant(row, "updated_at"));
    }

    private ToolText text(ResultSet row) throws SQLException {
        return new ToolText(
                row.getString("slug"),
                row.getString("name"),
                row.getString("tagline"),
                row.getString("summary"),
                row.getString("category"),
                strings(row, "tags"),
                row.getString("website_url"),
                row.getString("repo_url"),
                row.getString("status"),
                json.readValue(row.getString("pricing"), Pricing.class),
                row.getString("license_spdx"),
                row.getString("license_class"),
                row.getString("best_for"),
                row.getString("not_for"));
    }

    private ToolFacts facts(ResultSet row, ToolText text, Instant createdAt) throws SQLException {
        String facts = row.getString("facts");
        return facts == null ? ToolFacts.unsaid(text, createdAt) : json.readValue(facts, ToolFacts.class);
    }

    private @Nullable ToolRelease latestRelease(ResultSet row) throws SQLException {
        String release = row.getString("latest_release");
        return release == null ? null : json.readValue(release, ToolRelease.class);
    }

    private static @Nullable TakenDown takenDown(ResultSet row) throws SQLException {
        String reason = row.getString("taken_down_reason");
        return reason == null ? null : new TakenDown(reason, instant(row, "taken_down_since"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
