package dev.toolverdicts.newsletter.click;

import dev.toolverdicts.platform.web.SiteSettings;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Leads the links of a recipient's mail over this service, if the operator wants that. Links that are the
/// recipient's own are not among them: they are filled in later.
@Component
public class ClickLinks {

    static final String PATH = "/newsletter/go";

    private final ClickTokens tokens;
    private final ClickSettings settings;
    private final String site;

    ClickLinks(ClickTokens tokens, ClickSettings settings, SiteSettings site) {
        this.tokens = tokens;
        this.settings = settings;
        this.site = site.publicUrl().toString();
    }

    /// @param html the issue's part
    public String counted(String html, UUID issueId, UUID subscriberId) {
        if (!settings.counted()) {
            return html;
        }
        byte[] visitor = tokens.visitor(issueId, subscriberId);
        return IssueLinks.of(html, site)
                .rewritten(html, link -> site + PATH + "?token=" + tokens.sign(new Click(issueId, visitor, link)));
    }
}
