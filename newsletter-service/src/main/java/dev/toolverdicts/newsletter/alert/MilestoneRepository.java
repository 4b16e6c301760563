package dev.toolverdicts.newsletter.alert;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The highest number of votes that each tool has had, in steps. It only rises: a step that is reached
/// again is no news.
@Repository
class MilestoneRepository {

    private final JdbcClient jdbc;

    MilestoneRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps how far a tool has come, and tells the step that was taken, if one was. A tally that takes
    /// none writes nothing and locks nothing: nearly all are such.
    Optional<Change> save(TallyFacts tally) {
        return jdbc.sql("""
                        INSERT INTO alert_milestone AS m (tool_id, version, reached)
                        SELECT :tool, :version, :reached
                        WHERE :reached > coalesce((SELECT reached FROM alert_milestone WHERE tool_id = :tool), 0)
                        ON CONFLICT (tool_id) DO UPDATE SET version = excluded.version, reached = excluded.reached
                        WHERE m.reached < excluded.reached
                        RETURNING coalesce(old.reached, 0) AS before, new.reached AS now
                        """)
                .param("tool", tally.toolId())
                .param("version", tally.version())
                .param("reached", tally.milestone())
                .query((row, _) -> Change.milestone(tally, row.getLong("before"), row.getLong("now")))
                .optional();
    }
}
