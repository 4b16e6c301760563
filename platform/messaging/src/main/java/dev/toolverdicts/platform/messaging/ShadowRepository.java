package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.Projection.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables that a rebuild fills beside the live ones: of the same shape and with the same names of indexes and
/// constraints, in a schema of their own.
final class ShadowRepository {

    private final JdbcClient jdbc;
    private final ShadowQueries shapes;

    ShadowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        shapes = new ShadowQueries(jdbc);
    }

    void drop(Projection projection) {
        projection.schemas().forEach(schema -> execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema)));
    }

    void create(Projection projection) {
        String live = shapes.live();
        execute("CREATE SCHEMA " + projection.shadow());
        for (Table table : projection.tables()) {
            shapes.refuseBound(live, table.name());
            execute("CREATE TABLE %s.%s (LIKE %s.%s INCLUDING ALL EXCLUDING INDEXES)"
                    .formatted(projection.shadow(), table.name(), live, table.name()));
            shapes.twin(live, projection.shadow(), table.name()).forEach(this::execute);
        }
    }

    /// From here to the end of the transaction, unqualified names mean the shadow's tables, and the live schema's
    /// where the shadow has none.
    void enter(Projection projection) {
        set("search_path", projection.shadow() + ", " + shapes.live());
    }

    void waitAtMost(String time) {
        set("lock_timeout", time);
    }

    /// Planning must not fall into a hole when the tables take over.
    void analyze(Projection projection) {
        projection.tables().forEach(table -> execute("ANALYZE %s.%s".formatted(projection.shadow(), table.name())));
    }

    /// What a transaction sees from its first statement on is what it goes on seeing.
    void takeSnapshot() {
        var _ = jdbc.sql("SELECT 1").query(Integer.class).single();
    }

    /// How many rows of live table and shadow are not the same.
    long differing(Projection projection, Table table) {
        shapes.requireAlike(projection, table.name());
        String live = shapes.live();
        Set<String> key = Set.copyOf(shapes.columns(live, table.name(), true));
        if (key.isEmpty()) {
            throw new IllegalStateException("a table that is rebuilt has a primary key: " + table.name());
        }
        List<String> compared = shapes.columns(live, table.name(), false).stream()
                .filter(table::compares)
                .toList();
        Function<String, String> rows = side ->
                compared.stream().map(column -> side + "." + column).collect(Collectors.joining(", ", "ROW (", ")"));
        String telling = table.sums().isEmpty()
                ? "true"
                : table.sums().stream().map(column -> column + " <> 0").collect(Collectors.joining(" OR "));
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT * FROM %s.%s WHERE %s) live
                        FULL JOIN (SELECT * FROM %s.%s WHERE %s) shadow USING (%s)
                        WHERE %s IS DISTINCT FROM %s
                        """.formatted(
                                live,
                                table.name(),
                                telling,
                                projection.shadow(),
                                table.name(),
                                telling,
                                String.join(", ", key),
                                rows.apply("live"),
                                rows.apply("shadow")))
                .query(Long.class)
                .single();
    }

    /// Raises the shadow's versions above the live ones and above a floor. Rows of nothing but zeros that the log
    /// could not tell of any more come along: their versions must go on from where they were.
    void raiseVersions(Projection projection, Table table, String version, long floor) {
        String live = shapes.live();
        List<String> columns = shapes.columns(live, table.name(), false);
        List<String> kept = columns.stream()
                .map(column -> table.sums().contains(column) ? "0" : column)
                .toList();
        if (!table.sums().isEmpty()) {
            execute("INSERT INTO %s.%s (%s) SELECT %s FROM %s.%s ON CONFLICT DO NOTHING"
                    .formatted(
                            projection.shadow(),
                            table.name(),
                            String.join(", ", columns),
                            String.join(", ", kept),
                            live,
                            table.name()));
        }
        jdbc.sql("""
                        UPDATE %s.%s SET %s = %s + (SELECT greatest(?, coalesce(max(%s), 0)) FROM %s.%s)
                        """.formatted(projection.shadow(), table.name(), version, version, version, live, table.name()))
                .param(floor)
                .update();
    }

    /// Keeps everybody from the live tables, also those who write to them without a position in the log.
    void lock(Projection projection) {
        String tables = projection.tables().stream()
                .map(table -> shapes.live() + "." + table.name())
                .collect(Collectors.joining(", "));
        execute("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(tables));
    }

    /// Puts the shadow's tables into the place of the live ones. Readers that wait for the lock find the new tables
    /// under the name they asked for.
    void replace(Projection projection) {
        String live = shapes.live();
        execute("CREATE SCHEMA " + projection.replaced());
        for (Table table : projection.tables()) {
            shapes.requireAlike(projection, table.name());
            move(live, table.name(), projection.replaced());
            move(projection.shadow(), table.name(), live);
        }
        var _ = jdbc.sql("SELECT pg_notify(?, ?)")
                .params(Projection.REPLACED, projection.name())
                .query((_, _) -> true)
                .list();
    }

    private void move(String from, String table, String to) {
        execute("ALTER TABLE %s.%s SET SCHEMA %s".formatted(from, table, to));
    }

    private void set(String setting, String value) {
        var _ = jdbc.sql("SELECT set_config(?, ?, true)")
                .params(setting, value)
                .query(String.class)
                .single();
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }
}
