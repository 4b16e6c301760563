package dev.toolverdicts.newsletter.click;

import dev.toolverdicts.newsletter.click.Figures.LinkFigures;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.web.SiteSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class FigureQueries {

    /// Of one mail three links within ten seconds, or every link within ten minutes, is not reading.
    private static final String HITS = """
            WITH hit AS (
                SELECT c.link_no, c.visitor, c.machine
                    OR (SELECT count(DISTINCT o.link_no) FROM click o
                        WHERE o.issue_id = c.issue_id AND o.visitor = c.visitor
                          AND o.at BETWEEN c.at - interval '10 seconds' AND c.at + interval '10 seconds') >= 3
                    OR (:links > 1 AND (SELECT count(DISTINCT o.link_no) FROM click o
                        WHERE o.issue_id = c.issue_id AND o.visitor = c.visitor
                          AND o.at BETWEEN c.at - interval '10 minutes' AND c.at + interval '10 minutes') >= :links)
                    AS machine
                FROM click c WHERE c.issue_id = :issue)
            SELECT link_no, count(DISTINCT visitor) FILTER (WHERE NOT machine) AS people,
                count(DISTINCT visitor) FILTER (WHERE machine) AS machines
            FROM hit GROUP BY link_no
            """;

    private final JdbcClient jdbc;
    private final IssueQueries issues;
    private final ClickSettings settings;
    private final String site;

    FigureQueries(JdbcClient jdbc, IssueQueries issues, ClickSettings settings, SiteSettings site) {
        this.jdbc = jdbc;
        this.issues = issues;
        this.settings = settings;
        this.site = site.publicUrl().toString();
    }

    public Figures of(UUID issueId) {
        List<LinkFigures> links = links(issueId);
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM delivery WHERE issue_id = :issue AND state = 'sent') AS sent,
                            (SELECT count(DISTINCT subscriber_id) FROM bounce_report
                             WHERE issue_id = :issue AND kind IN ('hard', 'soft')) AS bounced,
                            (SELECT count(DISTINCT subscriber_id) FROM bounce_report
                             WHERE issue_id = :issue AND kind = 'complaint') AS complained,
                            (SELECT count(*) FROM subscriber WHERE unsubscribed_from = :issue) AS unsubscribed
                        """)
                .param("issue", issueId)
                .query((row, _) -> new Figures(
                        row.getLong("sent"),
                        Math.max(0, row.getLong("sent") - row.getLong("bounced")),
                        row.getLong("bounced"),
                        row.getLong("complained"),
                        row.getLong("unsubscribed"),
                        settings.counted(),
                        links))
                .single();
    }

    /// All links of the issue, also those that nobody followed; none when nothing was ever counted.
    private List<LinkFigures> links(UUID issueId) {
        List<String> urls = IssueLinks.of(issues.parts(issueId).html(), site).urls();
        Map<Integer, LinkFigures> followed = new HashMap<>();
        jdbc.sql(HITS).param("issue", issueId).param("links", urls.size()).query(row -> {
            int link = row.getInt("link_no");
            if (link < urls.size()) {
                followed.put(link, new LinkFigures(urls.get(link), row.getLong("people"), row.getLong("machines")));
            }
        });
        return !settings.counted() && followed.isEmpty()
                ? List.of()
                : IntStream.range(0, urls.size())
                        .mapToObj(link -> followed.getOrDefault(link, new LinkFigures(urls.get(link), 0, 0)))
                        .toList();
    }
}
