package dev.toolverdicts.vote.voice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// What voters say with their votes. Whoever changes something has touched the tool before, so that
/// of two who change and who sums up one waits for the other, always in the same order.
class VoiceRepository {

    /// The voter's latest vote is another than the reason was given with: the other choice, or none. A
    /// log that another one has replaced counts from the start again, so the time says it as well. A
    /// row that only a ruling has made is no vote.
    static final String TURNED = """
            v.tool_id = r.tool_id AND v.voter_id = r.voter_id AND v.choice <> r.reason_choice
            AND v.log_offset >= 0 AND (v.log_offset > r.vote_offset OR v.cast_at > r.given_at)
            """;

    private final JdbcClient jdbc;

    VoiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The same again changes nothing, and what is decided about a reason stays while it is the
    /// same for the same choice.
    void put(UUID voterId, UUID toolId, Said said, Ballot ballot, Instant now) {
        jdbc.sql("""
                        INSERT INTO vote_voice AS r (tool_id, voter_id, role, reason, reason_number, reason_state,
                            reason_choice, vote_offset, given_at)
                        SELECT :tool, :voter, role, reason,
                               CASE WHEN reason IS NOT NULL THEN nextval('vote_reason_number') END,
                               CASE WHEN reason IS NOT NULL THEN 'waiting' END,
                               CASE WHEN reason IS NOT NULL THEN :choice END, :offset, :now
                        FROM (SELECT CAST(:role AS text) AS role, CAST(:reason AS text) AS reason) AS said
                        ON CONFLICT (tool_id, voter_id) DO UPDATE SET
                            role = excluded.role, reason = excluded.reason, reason_choice = excluded.reason_choice,
                            reason_number = CASE
                                WHEN (r.reason, r.reason_choice) IS NOT DISTINCT FROM (excluded.reason, excluded.reason_choice)
                                THEN r.reason_number ELSE excluded.reason_number END,
                            reason_state = CASE
                                WHEN (r.reason, r.reason_choice) IS NOT DISTINCT FROM (excluded.reason, excluded.reason_choice)
                                THEN r.reason_state ELSE excluded.reason_state END,
                            vote_offset = excluded.vote_offset, given_at = excluded.given_at
                        WHERE (r.role, r.reason, r.reason_choice, r.vote_offset)
                            IS DISTINCT FROM (excluded.role, excluded.reason, excluded.reason_choice, excluded.vote_offset)
                        """)
                .param("tool", toolId)
                .param("voter", voterId)
                .param("role", said.role() == null ? null : said.role().toString())
                .param("reason", said.reason())
                .param("choice", ballot.choice().toString())
                .param("offset", ballot.offset())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID voterId, Collection<UUID> tools) {
        jdbc.sql("DELETE FROM vote_voice WHERE tool_id = ANY (:tools) AND voter_id = :voter")
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .param("voter", voterId)
                .update();
    }

    /// What went with votes that were withdrawn since. A log that another one has replaced counts
    /// from the start again, so the time says it as well. A row that only a ruling has made is no
    /// withdrawal.
    void removeOfWithdrawn(Collection<UUID> tools) {
        jdbc.sql("""
                        DELETE FROM vote_voice r USING votes v
                        WHERE r.tool_id = ANY (:tools) AND v.tool_id = r.tool_id AND v.voter_id = r.voter_id
                          AND v.choice = 'none' AND v.log_offset >= 0
                          AND (v.log_offset > r.vote_offset OR v.cast_at > r.given_at)
                        """).param("tools", new SqlArrayValue("uuid", tools.toArray())).update();
    }

    /// Why somebody ships it is no reason to skip it: with a later vote for the other side a reason is
    /// withdrawn, and nothing of it stays. The role goes over to the other side with the vote.
    void removeReasonsOfTurned(Collection<UUID> tools) {
        jdbc.sql("""
                        DELETE FROM vote_voice r USING votes v
                        WHERE r.tool_id = ANY (:tools) AND r.role IS NULL AND
                        """ + TURNED)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .update();
        jdbc.sql("""
                        UPDATE vote_voice r
                        SET reason = NULL, reason_number = NULL, reason_state = NULL, reason_choice = NULL
                        FROM votes v WHERE r.tool_id = ANY (:tools) AND r.role IS NOT NULL AND
                        """ + TURNED)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .update();
    }

    /// @return false when that reason was changed, taken back or withdrawn with its vote, or stands
    ///     like that already
    boolean decide(long reasonNumber, ReasonState state) {
        return jdbc.sql("""
                        UPDATE vote_voice r SET reason_state = :state
                        WHERE r.reason_number = :number AND r.reason_state <> :state
                          AND NOT EXISTS (SELECT 1 FROM votes v WHERE
                        """ + TURNED + ")")
                        .param("state", state.toString())
                        .param("number", reasonNumber)
                        .update()
                > 0;
    }
}
