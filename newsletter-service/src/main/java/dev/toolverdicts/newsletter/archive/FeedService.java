package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.newsletter.issue.Correction;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.web.SiteSettings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Puts the newest issues into a feed, each with its whole text.
@Service
class FeedService {

    private static final int MOST_ISSUES = 20;

    private final IssueQueries issues;
    private final ITemplateEngine templates;
    private final String site;

    FeedService(IssueQueries issues, ITemplateEngine templates, SiteSettings site) {
        this.issues = issues;
        this.templates = templates;
        this.site = site.publicUrl().toString();
    }

    Feed newest() {
        List<Feed.Item> items =
                issues.newest(false, null, MOST_ISSUES).stream().map(this::item).toList();
        Instant updated = items.stream()
                .map(Feed.Item::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Feed(site, updated, items);
    }

    private Feed.Item item(Issue issue) {
        PastIssue past = PastIssue.of(issue);
        List<Correction> corrections = issues.corrections(issue.id());
        var context = new Context(Locale.ENGLISH);
        context.setVariable("issue", issues.text(issue));
        context.setVariable("corrections", corrections);
        context.setVariable("site", site);
        return new Feed.Item(
                site + "/weekly/" + issue.isoWeek(),
                past.title(),
                past.sentAt(),
                corrections.isEmpty() ? past.sentAt() : corrections.getLast().notedAt(),
                templates.process("feed-issue", context).strip());
    }
}
