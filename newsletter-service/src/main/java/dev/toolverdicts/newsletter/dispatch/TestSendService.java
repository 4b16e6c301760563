package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueParts;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.mail.BeforeDot;
import dev.toolverdicts.newsletter.mail.Outcome;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpSession;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.messaging.OperationAudit;
import dev.toolverdicts.platform.web.SiteSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Sends an issue to the editor who looks at it, written by the writer of every recipient's mail. It has no row in
/// the ledger and counts nowhere; its personal links lead to no subscriber.
@Service
public class TestSendService {

    private static final Logger log = LoggerFactory.getLogger(TestSendService.class);
    private static final String MARK = "[Test] ";
    /// An editor waits for the answer; after that the outcome is doubt, which does no harm here.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// The ledger numbers its rows from one.
    private static final long NO_ROW = 0;

    /// @param subject as it arrives
    public record Sent(String to, String subject) {}

    private final IssueQueries issues;
    private final SmtpSettings settings;
    private final ReturnPath returnPath;
    private final SiteSettings site;
    private final OperationAudit audit;
    private final Ids ids;
    private final Clock clock;

    TestSendService(
            IssueQueries issues,
            SmtpSettings settings,
            ReturnPath returnPath,
            SiteSettings site,
            OperationAudit audit,
            Ids ids,
            Clock clock) {
        this.issues = issues;
        this.settings = settings;
        this.returnPath = returnPath;
        this.site = site;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param editor whose address it is
    /// @throws TestNotTaken when the mail server did not
    public Sent send(UUID issueId, EmailAddress to, String editor) {
        Issue issue = issues.byId(issueId).orElseThrow(IssueNotFound::new);
        IssueParts parts = issues.parts(issueId);
        String host = Optional.ofNullable(site.publicUrl().getHost()).orElse("localhost");
        Instant now = clock.instant();
        var edition = new Edition(issueId, issue.isoWeek(), MARK + issue.subject(), parts.html(), parts.text());
        var claim = new Claim(
                issueId, ids.next(), NO_ROW, to.text(), "<test-" + ids.next() + "@" + host + ">", 0, 1, Duration.ZERO);
        var letters = new LetterWriter(settings, new TestLinks(site.publicUrl().toString()), returnPath, host);
        Outcome outcome;
        try (var session = new SmtpSession(settings.within(PATIENCE))) {
            outcome = session.send(
                    letters.envelope(claim), letters.write(Letter.of(edition), claim, now), BeforeDot.ALWAYS);
        }
        String came = outcome.getClass().getSimpleName();
        // Never the address: what is noted is for ever.
        audit.note(new Act(editor, "a test to the editor's own address"), "test-send", "issue:" + issueId, came);
        log.info("event=test_sent issue={} outcome={}", issueId, came);
        if (!(outcome instanceof Outcome.Accepted)) {
            throw new TestNotTaken(outcome);
        }
        return new Sent(to.text(), edition.subject());
    }

    /// As long as a recipient's, and nobody's: their pages say that the link is not good.
    private record TestLinks(String site) implements RecipientLinks {

        @Override
        public String unsubscribe(UUID subscriberId, UUID issueId) {
            return site + "/newsletter/unsubscribe?token=" + "test".repeat(22);
        }

        @Override
        public String preferences(UUID subscriberId) {
            return site + "/newsletter/preferences?token=" + "test".repeat(16);
        }
    }
}
