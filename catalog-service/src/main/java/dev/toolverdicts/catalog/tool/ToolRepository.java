package dev.toolverdicts.catalog.tool;

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
                                 ORDER BY s.since, s.slug) AS previous_slugs,
                   (SELECT jsonb_build_object('releaseId', r.release_id, 'label', r.label, 'releasedOn', r.released_on,
                                              'sourceUrl', r.source_url)
                    FROM tool_release r WHERE r.tool_id = tool.tool_id
                    ORDER BY r.released_on DESC, r.added_at DESC, r.label DESC LIMIT 1) AS latest_release
            FROM tool
            """;

    private final JdbcClient jdbc;
    private final ToolRow rows;
    private final JsonMapper json;

    ToolRepository(JdbcClient jdbc, ToolRow rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    Optional<Tool> bySlug(String slug) {
        return jdbc.sql(TOOL + "WHERE slug = :slug")
                .param("slug", slug)
                .query((row, _) -> rows.tool(row))
                .optional();
    }

    /// Takes the tool's turn until the transaction ends. What belongs to the tool is read after
    /// that: the second of two writers reads what the first wrote.
    Optional<Tool> lock(UUID toolId) {
        return jdbc.sql("SELECT tool_id FROM tool WHERE tool_id = :id FOR UPDATE")
                .param("id", toolId)
                .query(UUID.class)
                .optional()
                .flatMap(this::byId);
    }

    Optional<UUID> idBySlug(String slug) {
        return jdbc.sql("SELECT tool_id FROM tool WHERE slug = :slug")
                .param("slug", slug)
                .query(UUID.class)
                .optional();
    }

    List<ToolName> named(String part, int most) {
        return jdbc.sql("""
                        SELECT slug, name, CASE WHEN taken_down_reason IS NULL THEN status ELSE 'taken down' END AS status
                        FROM tool WHERE position(lower(:part) IN lower(name)) > 0
                        ORDER BY lower(name), slug LIMIT :most
                        """)
                .param("part", part.replace("\0", ""))
                .param("most", most)
                .query((row, _) -> new ToolName(row.getString("slug"), row.getString("name"), row.getString("status")))
                .list();
    }

    /// The present slug of a tool that has or had this one.
    Optional<String> currentSlug(String slug) {
        return jdbc.sql("SELECT tool.slug FROM tool_slug old JOIN tool USING (tool_id) WHERE old.slug = :slug")
                .param("slug", slug)
                .query(String.class)
                .optional();
    }

    private Optional<Tool> byId(UUID toolId) {
        return jdbc.sql(TOOL + "WHERE tool_id = :id")
                .param("id", toolId)
                .query((row, _) -> rows.tool(row))
                .optional();
    }

    /// Whoever wants this slug, this identity or this repository takes turns until the transaction
    /// ends; in one order, so that nobody waits in a circle. A conflict that is looked for after
    /// that is the last word.
    void reserve(String slug, String identity, @Nullable String repository) {
        jdbc.sql("""
                        SELECT pg_advisory_xact_lock(place) FROM (
                            SELECT hashtextextended(word, 2) AS place
                            FROM (VALUES ('slug ' || :slug), ('identity ' || :identity),
                                         ('repository ' || :repository::text)) AS wanted (word)
                            WHERE word IS NOT NULL
                            ORDER BY place
                        ) AS places
                        """)
                .param("slug", slug)
                .param("identity", identity)
                .param("repository", repository)
                .query((_, _) -> true)
                .list();
    }

    /// The slug of another tool that has this address, or had it, or is the same product by its name or
    /// its repository.
    Optional<String> conflict(UUID self, String slug, String identity, @Nullable String repository) {
        return jdbc.sql("""
                        SELECT tool.slug FROM tool
                        WHERE tool.tool_id <> :self
                          AND (tool.identity = :identity
                               OR tool.repository = :repository::text
                               OR EXISTS (SELECT FROM tool_slug s WHERE s.slug = :slug AND s.tool_id = tool.tool_id))
                        LIMIT 1
                        """)
                .param("self", self)
                .param("slug", slug)
                .param("identity", identity)
                .param("repository", repository)
                .query(String.class)
                .optional();
    }

    /// The slugs of other tools whose official site has this domain.
    List<String> sharing(UUID self, String domain, int most) {
        return jdbc.sql("""
                        SELECT slug FROM tool WHERE tool_id <> :self AND website_domain = :domain
                        ORDER BY created_at, slug LIMIT :most
                        """)
                .param("self", self)
                .param("domain", domain)
                .param("most", most)
                .query(String.class)
                .list();
    }

    void insert(Tool tool) {
        jdbc.sql("""
                        INSERT INTO tool (tool_id, version, slug, identity, name, tagline, summary, category, tags, website_url,
                                          status, status_since, previous_status, pricing, pricing_since, previous_pricing,
                                          license_spdx, license_class, best_for, not_for, facts, repo_url, repository, created_at,
                                          updated_at)
                        VALUES (:id, :version, :slug, :identity, :name, :tagline, :summary, :category,
                                ARRAY(SELECT jsonb_array_elements_text(:tags::jsonb)), :website, :status, :statusSince,
                                :previousStatus, :pricing::jsonb, :pricingSince, :previousPricing::jsonb, :spdx, :class,
                                :bestFor, :notFor, :facts::jsonb, :repoUrl, :repository, :createdAt, :updatedAt)
                        """).params(values(tool)).update();
        keepSlug(tool);
    }

    void update(Tool tool) {
        jdbc.sql("""
                        UPDATE tool SET version = :version, slug = :slug, identity = :identity, name = :name,
                            tagline = :tagline, summary = :summary, category = :category,
                            tags = ARRAY(SELECT jsonb_array_elements_text(:tags::jsonb)), website_url = :website,
                            status = :status, status_since = :statusSince, previous_status = :previousStatus,
                            pricing = :pricing::jsonb, pricing_since = :pricingSince,
                            previous_pricing = :previousPricing::jsonb, license_spdx = :spdx, license_class = :class,
                            best_for = :bestFor, not_for = :notFor, facts = :facts::jsonb, repo_url = :repoUrl,
                            repository = :repository, taken_down_reason = :reason,
                            taken_down_since = :since, updated_at = :updatedAt
                        WHERE tool_id = :id
                        """).params(values(tool)).update();
        keepSlug(tool);
    }

    private void keepSlug(Tool tool) {
        jdbc.sql("""
                        INSERT INTO tool_slug (slug, tool_id, since) VALUES (:slug, :id, :updatedAt)
                        ON CONFLICT (slug) DO NOTHING
                        """).params(values(tool)).update();
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
        values.put("facts", json.writeValueAsString(tool.facts()));
        values.put("repoUrl", text.repoUrl());
        values.put("repository", SourceCode.identity(text.repoUrl(), text.websiteUrl()));
        TakenDown down = tool.takenDown();
        values.put("reason", down == null ? null : down.reason());
        values.put("since", at(down == null ? null : down.since()));
        values.put("createdAt", at(tool.createdAt()));
        values.put("updatedAt", at(tool.updatedAt()));
        return values;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
