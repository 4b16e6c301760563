package dev.toolverdicts.review.helpful;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HelpfulRepository {

    private final JdbcClient jdbc;

    HelpfulRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An answer is about the text that is current now; the same answer once more changes nothing.
    ///
    /// @return whether anything changed
    boolean save(UUID toolId, String criticKey, String voter, Answer answer, Instant now) {
        return jdbc.sql("""
                        INSERT INTO helpful_answer AS a (tool_id, critic_key, voter, revision, answer, answered_at)
                        SELECT tool_id, critic_key, :voter, revision, :answer, :now
                        FROM review
                        WHERE tool_id = :tool AND critic_key = :critic AND withdrawn_at IS NULL
                        ON CONFLICT (tool_id, critic_key, voter) DO UPDATE SET
                            revision = excluded.revision, answer = excluded.answer, answered_at = excluded.answered_at
                        WHERE (a.revision, a.answer) <> (excluded.revision, excluded.answer)
                        """)
                        .param("tool", toolId)
                        .param("critic", criticKey)
                        .param("voter", voter)
                        .param("answer", answer.toString())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// @return whether there was one
    boolean delete(UUID toolId, String criticKey, String voter) {
        return jdbc.sql("""
                        DELETE FROM helpful_answer
                        WHERE tool_id = :tool AND critic_key = :critic AND voter = :voter
                        """)
                        .param("tool", toolId)
                        .param("critic", criticKey)
                        .param("voter", voter)
                        .update()
                > 0;
    }
}
