package dev.toolverdicts.review.helpful;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class HelpfulQueries {

    private final JdbcClient jdbc;

    HelpfulQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is said of a current review; empty when there is none.
    ///
    /// @param voter whose own answer is asked for, null for nobody's
    public Optional<Helpful> find(UUID toolId, String criticKey, @Nullable String voter) {
        return jdbc.sql("""
                        SELECT own.answer AS own_answer, said.yes_count, said.no_count,
                            greatest(r.revised_at, said.latest) AS as_of
                        FROM review r
                        LEFT JOIN helpful_answer own ON own.tool_id = r.tool_id AND own.critic_key = r.critic_key
                            AND own.revision = r.revision AND own.voter = :voter::text
                        CROSS JOIN LATERAL (
                            SELECT count(*) FILTER (WHERE a.answer = 'yes') AS yes_count,
                                count(*) FILTER (WHERE a.answer = 'no') AS no_count,
                                max(a.answered_at) AS latest
                            FROM helpful_answer a
                            WHERE a.tool_id = r.tool_id AND a.critic_key = r.critic_key
                                AND a.revision = r.revision) AS said
                        WHERE r.tool_id = :tool AND r.critic_key = :critic AND r.withdrawn_at IS NULL
                        """)
                .param("tool", toolId)
                .param("critic", criticKey)
                .param("voter", voter)
                .query((row, _) -> helpful(row))
                .optional();
    }

    private static Helpful helpful(ResultSet row) throws SQLException {
        String own = row.getString("own_answer");
        return new Helpful(
                own == null ? null : Answer.of(own).orElseThrow(),
                row.getInt("yes_count"),
                row.getInt("no_count"),
                row.getObject("as_of", OffsetDateTime.class).toInstant());
    }
}
