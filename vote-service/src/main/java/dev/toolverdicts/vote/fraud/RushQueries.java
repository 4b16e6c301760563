package dev.toolverdicts.vote.fraud;

import dev.toolverdicts.vote.ruling.VoteAt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Finds what is far beyond a tool's own past: the median number of votes on the seven days before, as much of it as a
/// window is of a day.
class RushQueries {

    private static final int DAYS = 7;

    /// Follows a `crowd` of tools with numbers of votes.
    private static final String UNUSUAL = """
            , usual AS (
                SELECT tool_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY coalesce(votes_of_day, 0)) AS votes
                FROM crowd CROSS JOIN (SELECT :from::date + n AS day FROM generate_series(0, :days - 1) AS n) AS past
                LEFT JOIN (
                    SELECT tool_id, day, sum(ships + skips + held + discarded) AS votes_of_day
                    FROM tally_days WHERE day >= :from::date AND tool_id IN (SELECT tool_id FROM crowd)
                    GROUP BY 1, 2
                ) AS days USING (tool_id, day)
                GROUP BY tool_id
            ), rush AS (
                SELECT crowd.* FROM crowd JOIN usual USING (tool_id)
                WHERE crowd.votes > :factor * usual.votes * :partOfDay
            )
            """;

    private final JdbcClient jdbc;

    RushQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Tools with more voters than usual.
    List<UUID> bursting(FraudSettings rule, Instant at) {
        return find(
                        FraudQueries.RECENT + """
                , crowd AS (
                    SELECT tool_id, count(*) AS votes FROM recent GROUP BY tool_id HAVING count(*) >= :votes
                )""" + UNUSUAL + "SELECT tool_id FROM rush ORDER BY tool_id",
                        rule,
                        rule.burstWindow(),
                        at)
                .param("votes", rule.burstVoters())
                .query(UUID.class)
                .list();
    }

    /// Equal votes of voters whom one other site has sent, where they are nearly all there are, and more than usual.
    List<VoteAt> ofOneSite(FraudSettings rule, Instant at) {
        return find(
                        FraudQueries.RECENT + """
                , crowd AS (
                    SELECT tool_id, arrival_site, choice, votes FROM (
                        SELECT tool_id, arrival_site, choice, count(*) AS votes,
                               sum(count(*)) OVER (PARTITION BY tool_id) AS of_tool
                        FROM recent GROUP BY tool_id, arrival_site, choice
                    ) AS sent
                    WHERE arrival_site IS NOT NULL AND votes >= :votes AND votes >= :share * of_tool
                )""" + UNUSUAL
                                + FraudQueries.SUSPECT
                                + "JOIN rush USING (tool_id, arrival_site, choice) WHERE "
                                + FraudQueries.UNDECIDED,
                        rule,
                        rule.siteWindow(),
                        at)
                .param("votes", rule.siteVotes())
                .param("share", rule.siteShare())
                .param("most", rule.mostRulings())
                .query(VoteAt.class)
                .list();
    }

    private StatementSpec find(String sql, FraudSettings rule, Duration window, Instant at) {
        return jdbc.sql(sql)
                .param("since", at.minus(window).atOffset(ZoneOffset.UTC))
                .param("until", at.atOffset(ZoneOffset.UTC))
                .param("from", LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(DAYS))
                .param("days", DAYS)
                .param("factor", rule.burstFactor())
                .param(
                        "partOfDay",
                        window.toMillis() / (double) Duration.ofDays(1).toMillis());
    }
}
