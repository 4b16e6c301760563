package dev.toolverdicts.catalog.dataset;

import dev.toolverdicts.platform.keptfiles.KeptDay;
import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The days that are handed out: all that are kept but those whose files tell of a tool that was taken
/// down since. Files do not change, so such a day is not there until the tool is back.
@Repository
public class ShownDayQueries {

    /// A tool may have come between the time a day bears and the moment its cards were read, hence the
    /// minute.
    private static final String HIDDEN = """
            WITH down AS MATERIALIZED (
                SELECT created_s, (taken_down ->> 'since')::timestamptz AS since
                FROM tool_card WHERE taken_down IS NOT NULL)
            SELECT d.day FROM kept_day d
            WHERE EXISTS (SELECT FROM down WHERE down.since > d.written_at
                            AND down.created_s <= extract(epoch FROM d.written_at)::double precision + 60)
            """;

    private final KeptFileQueries kept;
    private final JdbcClient jdbc;

    ShownDayQueries(KeptFileQueries kept, JdbcClient jdbc) {
        this.kept = kept;
        this.jdbc = jdbc;
    }

    /// The latest first.
    public List<KeptDay> days() {
        Set<LocalDate> hidden = jdbc.sql(HIDDEN).query(LocalDate.class).set();
        return kept.days().stream().filter(day -> !hidden.contains(day.day())).toList();
    }

    Optional<KeptDay> day(LocalDate day) {
        boolean isHidden = jdbc.sql(HIDDEN + "AND d.day = :day")
                .param("day", day)
                .query(LocalDate.class)
                .optional()
                .isPresent();
        return isHidden ? Optional.empty() : kept.day(day);
    }
}
