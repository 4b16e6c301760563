package dev.toolverdicts.catalog.card;

import dev.toolverdicts.catalog.live.ChangeWatch;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How many tools the categories have. Nearly every page says it, and to count 10,000 cards takes as long
/// as all else that a page asks the database; so it is counted once a second at most, and anew after a
/// change of a tool.
@Repository
class CategoryCountQueries implements ChangeWatch {

    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// Changes that move no tool to another category.
    private static final Set<String> ELSEWHERE =
            Set.of("panel", "tally", "voice", "duel", "critic", "news", "board", "ranks");

    private record Counted(List<CategoryCount> counts, long atNanos) {}

    private final JdbcClient jdbc;
    private @Nullable Counted counted;
    private long drops;
    private boolean hearing;

    CategoryCountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One without tools is not in it.
    List<CategoryCount> counts() {
        long now = System.nanoTime();
        long before;
        synchronized (this) {
            Counted known = counted;
            if (known != null && now - known.atNanos() < GOOD_FOR_NANOS) {
                return known.counts();
            }
            before = drops;
        }
        var fresh = new Counted(read(), now);
        synchronized (this) {
            if (hearing && drops == before) {
                counted = fresh;
            }
        }
        return fresh.counts();
    }

    private List<CategoryCount> read() {
        return jdbc.sql("""
                        SELECT category AS key, count(*) AS tools, max(tool_at) AS as_of
                        FROM tool_card WHERE tool IS NOT NULL GROUP BY category
                        """)
                .query((row, _) ->
                        new CategoryCount(row.getString("key"), row.getLong("tools"), CardRow.instant(row, "as_of")))
                .list();
    }

    @Override
    public void heard(String kind, @Nullable String slug) {
        if (!ELSEWHERE.contains(kind)) {
            drop();
        }
    }

    @Override
    public synchronized void hears(boolean everything) {
        hearing = everything;
        drop();
    }

    private synchronized void drop() {
        drops++;
        counted = null;
    }
}
