package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.SiteSettings;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Renders the two parts of the mail. Everything is the same for all recipients but the placeholders of [IssueParts],
/// which [IssueText] keeps out of everything else.
@Component
class IssueRenderer {

    private final ITemplateEngine templates;
    private final SiteSettings site;
    private final IssueSettings settings;

    IssueRenderer(ITemplateEngine templates, SiteSettings site, IssueSettings settings) {
        this.templates = templates;
        this.site = site;
        this.settings = settings;
    }

    IssueParts render(Issue issue, List<IssueEntry> entries) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("issue", IssueText.of(issue, entries));
        context.setVariable("site", site.publicUrl().toString());
        context.setVariable("postalAddress", settings.postalAddress());
        return new IssueParts(templates.process("mail/issue", context), templates.process("mail/issue.txt", context));
    }
}
