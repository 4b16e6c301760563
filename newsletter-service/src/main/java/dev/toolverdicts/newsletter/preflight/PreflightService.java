package dev.toolverdicts.newsletter.preflight;

import dev.toolverdicts.newsletter.issue.Check;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueParts;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.issue.IssueSettings;
import dev.toolverdicts.newsletter.issue.Preflight;
import dev.toolverdicts.newsletter.issue.RecipientQueries;
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
    private final RecipientQueries recipients;
    private final PreflightQueries queries;
    private final SenderChecks sender;
    private final IssueSettings settings;
    private final Clock clock;
    private final String site;

    PreflightService(
            IssueQueries issues,
            RecipientQueries recipients,
            PreflightQueries queries,
            SenderChecks sender,
            IssueSettings settings,
            Clock clock,
            SiteSettings site) {
        this.issues = issues;
        this.recipients = recipients;
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
                recipients(issue),
                renders(issue, parts),
                links(parts),
                PartChecks.text(parts),
                PartChecks.size(parts),
                PartChecks.postalAddress(parts, settings.postalAddress())));
        checks.addAll(sender.all());
        return List.copyOf(checks);
    }

    private Check recipients(Issue issue) {
        long count = recipients.count(issue.id(), clock.instant());
        return count == 0 ? Check.warning("recipients", "nobody") : Check.of("recipients", true, Long.toString(count));
    }

    /// With nobody to send to, one recipient who is nobody stands for all.
    private Check renders(Issue issue, IssueParts parts) {
        List<UUID> sample = recipients.sample(issue.id(), SAMPLE, clock.instant());
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
