package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.click.FigureQueries;
import dev.toolverdicts.newsletter.issue.ApprovalService;
import dev.toolverdicts.newsletter.issue.AuditEntry;
import dev.toolverdicts.newsletter.issue.Check;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.issue.Move;
import dev.toolverdicts.newsletter.ledger.Progress;
import dev.toolverdicts.newsletter.ledger.ProgressQueries;
import dev.toolverdicts.platform.web.FormToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Puts the pages together.
@Component
class DeskPages {

    private static final int MOST_ISSUES = 53;

    /// Those that need nothing but a button.
    private static final List<Move> BUTTONS = List.of(Move.SEND, Move.PAUSE, Move.RESUME, Move.RETRY_FAILED);

    private final IssueQueries issues;
    private final ApprovalService approvals;
    private final ProgressQueries progress;
    private final FigureQueries figures;
    private final DraftContent content;

    DeskPages(
            IssueQueries issues,
            ApprovalService approvals,
            ProgressQueries progress,
            FigureQueries figures,
            DraftContent content) {
        this.issues = issues;
        this.approvals = approvals;
        this.progress = progress;
        this.figures = figures;
        this.content = content;
    }

    record Row(String state, long count, long pct) {}

    record Done(
            Moment at,
            String actor,
            String action,
            @Nullable String detail) {

        private static Done of(AuditEntry entry) {
            return new Done(Moment.of(entry.at()), entry.actor(), entry.action(), entry.detail());
        }
    }

    record Button(String path, String label) {}

    ModelAndView list(Jwt editor, HttpStatus status, @Nullable String trouble) {
        var page = page("desk/issues", editor, status, trouble);
        page.addObject("issues", issues.newest(true, null, MOST_ISSUES));
        return page;
    }

    ModelAndView issue(Issue issue, List<Check> checks, Jwt editor) {
        return issue(issue, checks, editor, HttpStatus.OK, null);
    }

    /// The page again with what was typed.
    ModelAndView issue(Issue issue, Jwt editor, HttpStatus status, Returned returned) {
        return issue(issue, List.of(), editor, status, returned);
    }

    private ModelAndView issue(
            Issue issue, List<Check> checks, Jwt editor, HttpStatus status, @Nullable Returned returned) {
        var page = page("desk/issue", editor, status, null);
        List<AuditEntry> audit = issues.audit(issue.id());
        page.addObject("issue", issue);
        page.addObject("scheduled", Moment.ofNullable(issue.scheduledAt()));
        page.addObject("started", Moment.ofNullable(issue.startedAt()));
        page.addObject("finished", Moment.ofNullable(issue.finishedAt()));
        page.addObject("checks", checks);
        Progress soFar = progress.of(issue);
        page.addObject("progress", shares(soFar.rows()));
        page.addObject("pace", pace(soFar));
        page.addObject("figures", issue.startedAt() == null ? null : figures.of(issue.id()));
        page.addObject("audit", audit.stream().map(Done::of).toList());
        page.addObject("isDraft", Move.APPROVE.isLegalFrom(issue.status()));
        page.addObject("needsReason", approvals.needsReason(issue, editor.getSubject()));
        page.addObject("maySchedule", Move.SCHEDULE.isLegalFrom(issue.status()));
        page.addObject("mayCancel", Move.CANCEL.isLegalFrom(issue.status()));
        page.addObject(
                "buttons",
                BUTTONS.stream()
                        .filter(move -> move.isLegalFrom(issue.status()))
                        .map(DeskPages::button)
                        .toList());
        content.fill(page, issue, audit, returned);
        return page;
    }

    static ModelAndView page(String view, Jwt editor, HttpStatus status, @Nullable String trouble) {
        var page = new ModelAndView(view, status);
        page.addObject("formToken", FormToken.of(editor.getTokenValue()));
        page.addObject("trouble", trouble);
        return page;
    }

    private static @Nullable String pace(Progress progress) {
        Long left = progress.secondsLeft();
        return left == null
                ? null
                : "%d messages in the last minute, about %s left."
                        .formatted(progress.perMinute(), left < 60 ? "a minute" : left / 60 + 1 + " minutes");
    }

    private static List<Row> shares(Map<String, Long> rows) {
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        return rows.entrySet().stream()
                .map(row -> new Row(row.getKey(), row.getValue(), 100 * row.getValue() / all))
                .toList();
    }

    private static Button button(Move move) {
        String word = move.toString().replace('-', ' ');
        return new Button(move.toString(), word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
}
