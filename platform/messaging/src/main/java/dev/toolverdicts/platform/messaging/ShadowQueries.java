package dev.toolverdicts.platform.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What PostgreSQL's catalog knows of the tables that are rebuilt.
final class ShadowQueries {

    private final JdbcClient jdbc;
    private volatile @Nullable String live;

    ShadowQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // Asked once: within a shadow the answer would be the shadow.
    String live() {
        String known = live;
        if (known == null) {
            known = jdbc.sql("SELECT quote_ident(current_schema())")
                    .query(String.class)
                    .single();
            live = known;
        }
        return known;
    }

    /// @throws RebuildFailed when a table has not the shape any more that its shadow was given
    void requireAlike(Projection projection, String table) {
        if (!shape(live(), table).equals(shape(projection.shadow(), table))) {
            throw new RebuildFailed("%s has been migrated since the rebuild began".formatted(table));
        }
    }

    /// The statements that give a shadow what LIKE leaves out or names anew: storage parameters, keys and indexes.
    List<String> twin(String live, String shadow, String table) {
        return jdbc.sql("""
                        WITH live AS (SELECT to_regclass(format('%I.%I', :live, :table)) AS oid)
                        SELECT format('ALTER TABLE %I.%I SET (%s)', :shadow, :table, array_to_string(reloptions, ', '))
                        FROM pg_class JOIN live USING (oid) WHERE reloptions IS NOT NULL
                        UNION ALL
                        SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', :shadow, :table, conname,
                                      pg_get_constraintdef(c.oid))
                        FROM pg_constraint c JOIN live ON conrelid = live.oid WHERE contype IN ('p', 'u', 'x')
                        UNION ALL
                        SELECT replace(pg_get_indexdef(indexrelid), format(' ON %I.%I ', :live, :table),
                                       format(' ON %I.%I ', :shadow, :table))
                        FROM pg_index JOIN live ON indrelid = live.oid
                        WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
                        """)
                .param("live", live)
                .param("shadow", shadow)
                .param("table", table)
                .query(String.class)
                .list();
    }

    void refuseBound(String live, String table) {
        long bonds = jdbc.sql("""
                        WITH live AS (SELECT to_regclass(format('%I.%I', :live, :table)) AS oid)
                        SELECT (SELECT count(*) FROM pg_trigger, live WHERE tgrelid = live.oid AND NOT tgisinternal)
                             + (SELECT count(*) FROM pg_constraint, live
                                WHERE contype = 'f' AND live.oid IN (conrelid, confrelid))
                        """)
                .param("live", live)
                .param("table", table)
                .query(Long.class)
                .single();
        if (bonds > 0) {
            throw new IllegalStateException("a table that is rebuilt has no triggers and no foreign keys: " + table);
        }
    }

    List<String> columns(String schema, String table, boolean ofKey) {
        return jdbc.sql("""
                        SELECT quote_ident(attname) FROM pg_attribute
                        WHERE attrelid = to_regclass(format('%I.%I', :schema, :table))
                          AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                          AND (NOT :key OR attnum = ANY (
                               SELECT unnest(indkey) FROM pg_index WHERE indrelid = attrelid AND indisprimary))
                        ORDER BY attnum
                        """)
                .param("schema", schema)
                .param("table", table)
                .param("key", ofKey)
                .query(String.class)
                .list();
    }

    private String shape(String schema, String table) {
        return jdbc.sql("""
                        SELECT string_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull,
                                                    attgenerated, pg_get_expr(adbin, adrelid)), ', ' ORDER BY attnum)
                        FROM pg_attribute LEFT JOIN pg_attrdef ON (adrelid, adnum) = (attrelid, attnum)
                        WHERE attrelid = to_regclass(format('%I.%I', :schema, :table))
                          AND attnum > 0 AND NOT attisdropped
                        """)
                .param("schema", schema)
                .param("table", table)
                .query(String.class)
                .single();
    }
}
