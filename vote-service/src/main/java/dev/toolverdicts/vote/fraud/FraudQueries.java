package dev.toolverdicts.vote.fraud;

import dev.toolverdicts.vote.ruling.VoteAt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds votes that look arranged, among those cast in a window that ends at some moment. Only those from a known
/// network are judged, and only those that nothing has been
/// decided about: what a moderator has let through stays through.
class FraudQueries {

    /// What a voter's first sight was rounded down by.
    private static final Duration ROUNDED = Duration.ofHours(1);

    /// What is judged: the votes of a window.
    static final String RECENT = """
            WITH recent AS MATERIALIZED (
                SELECT tool_id, voter_id, choice, network_hash, arrival_site, voter_since, log_offset, cast_at
                FROM votes
                WHERE network_hash IS NOT NULL AND cast_at > :since AND cast_at <= :until AND choice <> 'none'
                  AND (ruling IS DISTINCT FROM 'restored' OR ruled_to < log_offset)
            )""";

    static final String UNDECIDED = """
            NOT EXISTS (
                SELECT FROM vote_ruling r
                WHERE r.tool_id = recent.tool_id AND r.voter_id = recent.voter_id
                  AND r.up_to_offset >= recent.log_offset)
            ORDER BY recent.tool_id, recent.voter_id LIMIT :most
            """;

    static final String SUSPECT = "SELECT recent.tool_id, recent.voter_id, recent.log_offset FROM recent ";

    private final JdbcClient jdbc;

    FraudQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Rises with every record that is counted.
    long counted() {
        return jdbc.sql("""
                        SELECT coalesce(sum(next_offset), 0)::bigint FROM log_position WHERE consumer = 'vote-counter'
                        """).query(Long.class).single();
    }

    boolean anyCast(Instant after, Instant upTo) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM votes WHERE network_hash IS NOT NULL AND cast_at > :after AND cast_at <= :upTo)
                        """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /// Equal votes on one tool from one network.
    List<VoteAt> ofOneNetwork(FraudSettings rule, Instant at) {
        return suspects(
                at,
                rule.networkWindow(),
                rule.mostRulings(),
                Map.of("votes", rule.networkVotes()),
                """
                , crowd AS (
                    SELECT tool_id, network_hash, choice FROM recent
                    GROUP BY tool_id, network_hash, choice HAVING count(*) >= :votes
                )
                """ + SUSPECT + "JOIN crowd USING (tool_id, network_hash, choice) WHERE ");
    }

    /// New voters, where nearly all of a tool's voters are new.
    List<VoteAt> ofNewVoters(FraudSettings rule, Instant at) {
        var limits = Map.<String, Object>of(
                "votes",
                rule.cohortVotes(),
                "share",
                rule.cohortShare(),
                "young",
                rule.young().plus(ROUNDED).toMillis());
        return suspects(
                at,
                rule.cohortWindow(),
                rule.mostRulings(),
                limits,
                """
                , aged AS (
                    SELECT tool_id, voter_id, voter_since > cast_at - :young * interval '1 millisecond' AS young FROM recent
                ), crowd AS (
                    SELECT tool_id FROM aged GROUP BY tool_id
                    HAVING count(*) >= :votes AND count(*) FILTER (WHERE young) >= :share * count(*)
                )
                """ + SUSPECT + "JOIN crowd USING (tool_id) JOIN aged USING (tool_id, voter_id) WHERE young AND ");
    }

    /// Votes of one voter, or of one network, on more tools than anybody looks at in that time.
    List<VoteAt> ofSerialVoting(FraudSettings rule, Instant at) {
        var limits = Map.<String, Object>of("tools", rule.serialTools(), "networkTools", rule.serialNetworkTools());
        return suspects(at, rule.serialWindow(), rule.mostRulings(), limits, """
                , serial_voter AS (
                    SELECT voter_id FROM recent GROUP BY voter_id HAVING count(*) > :tools
                ), serial_network AS (
                    SELECT network_hash FROM recent GROUP BY network_hash HAVING count(DISTINCT tool_id) > :networkTools
                )
                """ + SUSPECT + """
                WHERE (voter_id IN (SELECT voter_id FROM serial_voter)
                    OR network_hash IN (SELECT network_hash FROM serial_network)) AND""");
    }

    /// Voters who came back for one tool: their newest vote before this crowd, on any other tool, is long past.
    List<VoteAt> ofDormantVoters(FraudSettings rule, Instant at) {
        var limits = Map.<String, Object>of(
                "votes",
                rule.dormantVotes(),
                "share",
                rule.dormantShare(),
                "asleep",
                at.minus(rule.dormantAfter()).atOffset(ZoneOffset.UTC));
        return suspects(
                at,
                rule.dormantWindow(),
                rule.mostRulings(),
                limits,
                """
                , busy AS (
                    SELECT tool_id, count(*) AS votes FROM recent GROUP BY tool_id HAVING count(*) >= :votes
                ), woken AS (
                    SELECT recent.tool_id, recent.voter_id FROM recent JOIN busy USING (tool_id)
                    JOIN votes AS earlier ON earlier.voter_id = recent.voter_id AND earlier.tool_id <> recent.tool_id
                        AND earlier.cast_at <= :since
                    GROUP BY 1, 2 HAVING max(earlier.cast_at) <= :asleep
                ), crowd AS (
                    SELECT tool_id FROM woken JOIN busy USING (tool_id)
                    GROUP BY tool_id, busy.votes HAVING count(*) >= :share * busy.votes
                )
                """ + SUSPECT + "JOIN crowd USING (tool_id) JOIN woken USING (tool_id, voter_id) WHERE ");
    }

    private List<VoteAt> suspects(Instant at, Duration window, int most, Map<String, ?> limits, String rule) {
        return jdbc.sql(RECENT + rule + " " + UNDECIDED)
                .param("since", at.minus(window).atOffset(ZoneOffset.UTC))
                .param("until", at.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .params(limits)
                .query(VoteAt.class)
                .list();
    }
}
