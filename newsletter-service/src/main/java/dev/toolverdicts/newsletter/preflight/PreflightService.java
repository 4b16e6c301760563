package dev.toolverdicts.newsletter.preflight;

import dev.toolverdicts.newsletter.issue.Check;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueParts;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.issue.IssueSettings;
import dev.toolverdicts.newsletter.issue.Preflight;
import dev.toolverdicts.platform.web.SiteSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class PreflightService implements Preflight {

    private static final int SAMPLE = 5;

    private final IssueQueries issues;
    private final PreflightQueries queries;
    private final SenderChecks sender;
    private final IssueSettings settings;
    private final Clock clock;
    private final String site;

    PreflightService(
            IssueQueries issues,
            PreflightQueries queries,
            SenderChecks sender,
            IssueSettings settings,
            Clock clock,
            SiteSettings site) {
        this.issues = issues;
        this.queries = queries;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
        this.site = site.publicUrl().toString();
    }

    @Override
    public List<Check> of(Issue issue) {
        IssueParts parts = issues.parts(issue.id());
        var checks = new ArrayList<>(List.of(
                recipients(),
                renders(parts),
                links(parts),
                PartChecks.text(parts),
                PartChecks.size(parts),
                PartChecks.postalAddress(parts, settings.postalAddress())));
        checks.addAll(sender.all());
        return List.copyOf(checks);
    }

    private Check recipients() {
        long recipients = queries.recipients(clock.instant());
        return recipients == 0
                ? Check.warning("recipients", "nobody")
                : Check.of("recipients", true, Long.toString(recipients));
    }

    /// With nobody to send to, one recipient who is nobody stands for all.
    private Check renders(IssueParts parts) {
        List<UUID> sample = queries.sample(SAMPLE, clock.instant());
        return PartChecks.renders(parts, sample.isEmpty() ? List.of(new UUID(0, 0)) : sample);
    }

    private Check links(IssueParts parts) {
        Links links = Links.of(parts.html());
        List<String> strange = links.strange(site, queries.known(links.tools(site)));
        return Check.of(
                "links",
                strange.isEmpty(),
                strange.isEmpty() ? links.all().size() + " lead to pages of this site" : "lead nowhere: " + strange);
    }
}
