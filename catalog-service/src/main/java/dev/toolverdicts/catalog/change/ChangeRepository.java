package dev.toolverdicts.catalog.change;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChangeRepository {

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(ChangeState state) {
        ChangeState.Price before = state.previousPricing();
        jdbc.sql("""
                        INSERT INTO tool_change AS old (
                            tool_id, version, pricing_text, previous_pricing_text, pricing_since,
                            status, previous_status, status_since)
                        VALUES (:id, :version, :pricing, :previousPricing, :pricingSince,
                            :status, :previousStatus, :statusSince)
                        ON CONFLICT (tool_id) DO UPDATE SET
                            version = excluded.version, pricing_text = excluded.pricing_text,
                            previous_pricing_text = excluded.previous_pricing_text,
                            pricing_since = excluded.pricing_since, status = excluded.status,
                            previous_status = excluded.previous_status, status_since = excluded.status_since
                        WHERE old.version < excluded.version
                        """)
                .param("id", state.toolId())
                .param("version", state.version())
                .param("pricing", state.pricing().text())
                .param("previousPricing", before == null ? null : before.text())
                .param("pricingSince", at(state.pricingSince()))
                .param("status", state.status())
                .param("previousStatus", state.previousStatus())
                .param("statusSince", at(state.statusSince()))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
