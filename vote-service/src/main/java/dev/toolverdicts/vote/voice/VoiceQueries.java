package dev.toolverdicts.vote.voice;

import static java.util.Objects.requireNonNull;

import dev.toolverdicts.vote.voice.VoiceState.OfRole;
import dev.toolverdicts.vote.voter.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// What voters have said, and what of it counts.
class VoiceQueries {

    /// Only what counts speaks: a vote that is held, discarded or withdrawn does not.
    private static final String COUNTED = """
            FROM vote_voice r JOIN votes v ON v.tool_id = r.tool_id AND v.voter_id = r.voter_id
            WHERE r.tool_id = ANY (:tools) AND v.state = 'counted' AND v.choice <> 'none'
            """;

    private final JdbcClient jdbc;

    VoiceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row that only a ruling has made is no vote.
    Optional<Ballot> ballot(UUID voterId, UUID toolId) {
        return jdbc.sql("""
                        SELECT choice, log_offset FROM votes
                        WHERE tool_id = :tool AND voter_id = :voter AND log_offset >= 0
                        """)
                .param("tool", toolId)
                .param("voter", voterId)
                .query((row, _) ->
                        new Ballot(Choice.of(row.getString("choice")).orElseThrow(), row.getLong("log_offset")))
                .optional();
    }

    /// A reason for the other choice is withdrawn, if not yet deleted.
    ///
    /// @param votes the voter's latest that stand, by tool
    Map<UUID, OwnVoice> own(UUID voterId, Map<UUID, Choice> votes) {
        var own = new HashMap<UUID, OwnVoice>();
        jdbc.sql("""
                        SELECT tool_id, role, reason, reason_state, reason_choice FROM vote_voice
                        WHERE tool_id = ANY (:tools) AND voter_id = :voter
                        """)
                .param("tools", new SqlArrayValue("uuid", votes.keySet().toArray()))
                .param("voter", voterId)
                .query(row -> {
                    UUID tool = row.getObject("tool_id", UUID.class);
                    VoterRole role = role(row);
                    if (requireNonNull(votes.get(tool)).toString().equals(row.getString("reason_choice"))) {
                        own.put(tool, voice(row));
                    } else if (role != null) {
                        own.put(tool, new OwnVoice(role, null, null));
                    }
                });
        return own;
    }

    /// All of a voter's, the latest first.
    List<StoredVoice> of(UUID voterId) {
        return jdbc.sql("""
                        SELECT tool_id, role, reason, reason_state, given_at FROM vote_voice WHERE voter_id = :voter
                        ORDER BY given_at DESC, tool_id
                        """)
                .param("voter", voterId)
                .query((row, _) -> new StoredVoice(
                        row.getObject("tool_id", UUID.class),
                        voice(row),
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    /// When each of these voters first said what is still there.
    Map<UUID, Instant> oldest(Collection<UUID> voters) {
        var oldest = new HashMap<UUID, Instant>();
        jdbc.sql("""
                        SELECT voter_id, min(given_at) AS oldest FROM vote_voice
                        WHERE voter_id = ANY (:voters) GROUP BY voter_id
                        """)
                .param("voters", new SqlArrayValue("uuid", voters.toArray()))
                .query(row -> {
                    oldest.put(
                            row.getObject("voter_id", UUID.class),
                            row.getTimestamp("oldest").toInstant());
                });
        return oldest;
    }

    private static OwnVoice voice(ResultSet row) throws SQLException {
        String state = row.getString("reason_state");
        return new OwnVoice(
                role(row),
                row.getString("reason"),
                state == null ? null : ReasonState.of(state).orElseThrow());
    }

    private static @Nullable VoterRole role(ResultSet row) throws SQLException {
        String word = row.getString("role");
        return word == null ? null : VoterRole.of(word).orElseThrow();
    }

    /// The counted votes of each role, by tool, in the order of the roles.
    Map<UUID, List<OfRole>> splits(Collection<UUID> tools, double z) {
        var sums = new HashMap<UUID, List<OfRole>>();
        jdbc.sql("""
                        SELECT r.tool_id, r.role, count(*) FILTER (WHERE v.choice = 'ship') AS ships,
                               count(*) FILTER (WHERE v.choice = 'skip') AS skips
                        """ + COUNTED + "AND r.role IS NOT NULL GROUP BY r.tool_id, r.role")
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .query(row -> {
                    VoterRole role = VoterRole.of(row.getString("role")).orElseThrow();
                    sums.computeIfAbsent(row.getObject("tool_id", UUID.class), _ -> new ArrayList<>())
                            .add(OfRole.of(role, row.getLong("ships"), row.getLong("skips"), z));
                });
        sums.values().forEach(roles -> roles.sort(Comparator.comparing(OfRole::role)));
        return sums;
    }

    /// What was let through, by tool, the latest first. A reason for the other choice is none any more.
    Map<UUID, List<VoiceState.Reason>> reasons(Collection<UUID> tools, int most) {
        var reasons = new HashMap<UUID, List<VoiceState.Reason>>();
        jdbc.sql("""
                        SELECT tool_id, choice, role, reason FROM (
                            SELECT r.tool_id, v.choice, r.role, r.reason, r.reason_number, row_number() OVER (
                                PARTITION BY r.tool_id ORDER BY r.reason_number DESC) AS place
                        """ + COUNTED + """
                            AND r.reason_state = 'shown' AND v.choice = r.reason_choice
                        ) AS shown WHERE place <= :most ORDER BY tool_id, place
                        """)
                .param("tools", new SqlArrayValue("uuid", tools.toArray()))
                .param("most", most)
                .query(row -> {
                    reasons.computeIfAbsent(row.getObject("tool_id", UUID.class), _ -> new ArrayList<>())
                            .add(new VoiceState.Reason(
                                    Choice.of(row.getString("choice")).orElseThrow(),
                                    role(row),
                                    row.getString("reason")));
                });
        return reasons;
    }

    /// Those in one state, the one that came first first; none that is withdrawn, if not yet deleted.
    List<GivenReason> reasons(ReasonState state, long after, int most) {
        return jdbc.sql("""
                        SELECT reason_number, tool_id, reason_choice, role, reason, given_at FROM vote_voice r
                        WHERE reason_state = :state AND reason_number > :after
                          AND NOT EXISTS (SELECT 1 FROM votes v WHERE
                        """ + VoiceRepository.TURNED + ") ORDER BY reason_number LIMIT :most")
                .param("state", state.toString())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new GivenReason(
                        row.getLong("reason_number"),
                        row.getObject("tool_id", UUID.class),
                        Choice.of(row.getString("reason_choice")).orElseThrow(),
                        role(row),
                        row.getString("reason"),
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    Optional<UUID> toolOf(long reasonNumber) {
        return jdbc.sql("SELECT tool_id FROM vote_voice WHERE reason_number = ?")
                .param(reasonNumber)
                .query(UUID.class)
                .optional();
    }
}
