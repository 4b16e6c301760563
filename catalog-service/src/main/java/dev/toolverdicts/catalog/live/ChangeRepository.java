package dev.toolverdicts.catalog.live;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Says to every copy of the service what a transaction has changed, when it commits and only then.
/// PostgreSQL says the same once per transaction, and what nobody hears is gone.
///
/// A rebuild fills tables that nobody reads yet, from a schema of their own: it says nothing.
@Repository
public class ChangeRepository {

    static final String CHANNEL = "catalog_changes";

    /// Of a tool, or of more of them than are worth naming. Readers of the stream are not told: their
    /// pages follow tallies by the stream that has the numbers.
    static final String TALLY = "tally";

    private static final int MOST_NAMED = 100;

    private static final String IN_USE = "left(current_schema()::text, 8) <> 'rebuild_'";

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param kind one word
    public void ofTools(String kind, Collection<UUID> tools) {
        var _ = jdbc.sql("""
                        SELECT pg_notify(:channel, :kind || ' ' || address)
                        FROM tool_card CROSS JOIN LATERAL unnest(previous_slugs || slug) AS address
                        WHERE tool_id = ANY (:tools) AND address IS NOT NULL AND %s
                        """.formatted(IN_USE))
                .param("channel", CHANNEL)
                .param("kind", kind)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .query((_, _) -> true)
                .list();
    }

    public void ofTallies(Collection<UUID> tools) {
        if (tools.size() > MOST_NAMED) {
            of(TALLY);
        } else {
            ofTools(TALLY, tools);
        }
    }

    /// Something that is no single tool's.
    ///
    /// @param kind one word
    public void of(String kind) {
        var _ = jdbc.sql("SELECT pg_notify(:channel, :kind) WHERE %s".formatted(IN_USE))
                .param("channel", CHANNEL)
                .param("kind", kind)
                .query((_, _) -> true)
                .list();
    }
}
