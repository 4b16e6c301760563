package dev.toolverdicts.catalog.tool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ToolRepository {

    private static final String TOOL = """
            SELECT tool.*, ARRAY(SELECT s.slug FROM tool_slug s WHERE s.tool_id = tool.tool_id AND s.slug <> tool.slug
                                 ORDER BY s.since, s.slug) AS previous_slugs
            FROM tool
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ToolRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Tool> bySlug(String slug) {
        return jdbc.sql(TOOL + "WHERE slug = :slug")
                .param("slug", slug)
                .query((row, _) -> tool(row))
                .optional();
    }

    /// Takes the tool's turn: of two writers the second reads what the first wrote.
    Optional<Tool> lock(UUID toolId) {
        return jdbc.sql(TOOL + "WHERE tool_id = :id FOR UPDATE OF tool")
                .param("id", toolId)
                .query((row, _) -> tool(row))
                .optional();
    }

    Optional<UUID> idBySlug(String slug) {
        return jdbc.sql("SELECT tool_id FROM tool WHERE slug = :slug")
                .param("slug", slug)
                .query(UUID.class)
                .optional();
    }

    /// The slug of another tool that has this address, or had it, or is the same product by its name.
    Optional<String> conflict(UUID self, String slug, String identity) {
        return jdbc.sql("""
                        SELECT tool.slug FROM tool
                        WHERE tool.tool_id <> :self
                          AND (tool.identity = :identity
                               OR EXISTS (SELECT FROM tool_slug s WHERE s.slug = :slug AND s.tool_id = tool.tool_id))
                        LIMIT 1
                        """)
                .param("self", self)
                .param("slug", slug)
                .param("identity", identity)
                .query(String.class)
                .optional();
    }

    /// @return whether nobody else took the slug or the identity in the same moment
    boolean insert(Tool tool) {
        boolean inserted = jdbc.sql("""
                        INSERT INTO tool (tool_id, version, slug, identity, name, tagline, summary, category, tags, website_url,
                                          status, status_since, previous_status, pricing, pricing_since, previous_pricing,
                                          license_spdx, license_class, best_for, not_for, created_at, updated_at)
                        VALUES (:id, :version, :slug, :identity, :name, :tagline, :summary, :category,
                                ARRAY(SELECT jsonb_array_elements_text(:tags::jsonb)), :website, :status, :statusSince,
                                :previousStatus, :pricing::jsonb, :pricingSince, :previousPricing::jsonb, :spdx, :class,
                                :bestFor, :notFor, :createdAt, :updatedAt)
                        ON CONFLICT DO NOTHING
                        """).params(values(tool)).update() == 1;
        return inserted && claim(tool);
    }

    void update(Tool tool) {
        jdbc.sql("""
                        UPDATE tool SET version = :version, slug = :slug, identity = :identity, name = :name,
                            tagline = :tagline, summary = :summary, category = :category,
                            tags = ARRAY(SELECT jsonb_array_elements_text(:tags::jsonb)), website_url = :website,
                            status = :status, status_since = :statusSince, previous_status = :previousStatus,
                            pricing = :pricing::jsonb, pricing_since = :pricingSince,
                            previous_pricing = :previousPricing::jsonb, license_spdx = :spdx, license_class = :class,
                            best_for = :bestFor, not_for = :notFor, updated_at = :updatedAt
                        WHERE tool_id = :id
                        """).params(values(tool)).update();
    }

    /// @return whether the address is this tool's now
    boolean claim(Tool tool) {
        return jdbc.sql("""
                        INSERT INTO tool_slug (slug, tool_id, since) VALUES (:slug, :id, :updatedAt)
                        ON CONFLICT (slug) DO UPDATE SET since = tool_slug.since WHERE tool_slug.tool_id = excluded.tool_id
                        """).params(values(tool)).update() == 1;
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT tool_id, version FROM tool").query(row -> {
            versions.put(row.getString("tool_id"), row.getLong("version"));
        });
        return versions;
    }

    private Map<String, Object> values(Tool tool) {
        ToolText text = tool.text();
        var values = new HashMap<String, Object>();
        values.put("id", tool.toolId());
        values.put("version", tool.version());
        values.put("slug", text.slug());
        values.put("identity", Slug.identity(text.name()));
        values.put("name", text.name());
        values.put("tagline", text.tagline());
        values.put("summary", text.summary());
        values.put("category", text.category());
        values.put("tags", json.writeValueAsString(text.tags()));
        values.put("website", text.websiteUrl());
        values.put("status", text.status());
        values.put("statusSince", at(tool.statusSince()));
        values.put("previousStatus", tool.previousStatus());
        values.put("pricing", json.writeValueAsString(text.pricing()));
        values.put("pricingSince", at(tool.pricingSince()));
        values.put(
                "previousPricing",
                tool.previousPricing() == null ? null : json.writeValueAsString(tool.previousPricing()));
        values.put("spdx", text.licenseSpdx());
        values.put("class", text.licenseClass());
        values.put("bestFor", text.bestFor());
        values.put("notFor", text.notFor());
        values.put("createdAt", at(tool.createdAt()));
        values.put("updatedAt", at(tool.updatedAt()));
        return values;
    }

    private Tool tool(ResultSet row) throws SQLException {
        String previous = row.getString("previous_pricing");
        var text = new ToolText(
                row.getString("slug"),
                row.getString("name"),
                row.getString("tagline"),
                row.getString("summary"),
                row.getString("category"),
                strings(row, "tags"),
                row.getString("website_url"),
                row.getString("status"),
                json.readValue(row.getString("pricing"), Pricing.class),
                row.getString("license_spdx"),
                row.getString("license_class"),
                row.getString("best_for"),
                row.getString("not_for"));
        return new Tool(
                row.getObject("tool_id", UUID.class),
                row.getLong("version"),
                text,
                instant(row, "status_since"),
                row.getString("previous_status"),
                instant(row, "pricing_since"),
                previous == null ? null : json.readValue(previous, Pricing.class),
                strings(row, "previous_slugs"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
