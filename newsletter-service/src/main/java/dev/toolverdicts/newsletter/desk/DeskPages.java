package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.issue.Check;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.issue.Move;
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

    DeskPages(IssueQueries issues) {
        this.issues = issues;
    }

    record Row(String state, long count, long pct) {}

    record Button(String path, String label) {}

    ModelAndView list(Jwt editor, HttpStatus status, @Nullable String trouble) {
        var page = page("desk/issues", editor, status, trouble);
        page.addObject("issues", issues.newest(true, null, MOST_ISSUES));
        return page;
    }

    ModelAndView issue(Issue issue, List<Check> checks, Jwt editor, HttpStatus status, @Nullable String trouble) {
        var page = page("desk/issue", editor, status, trouble);
        page.addObject("issue", issue);
        page.addObject("entries", issues.entries(issue.id()));
        page.addObject("headlines", issues.headlines(issue.id()));
        page.addObject("checks", checks);
        page.addObject("progress", progress(issues.progress(issue.id())));
        page.addObject("audit", issues.audit(issue.id()));
        page.addObject("isDraft", Move.APPROVE.isLegalFrom(issue.status()));
        page.addObject("isAuthor", issue.author().equals(editor.getSubject()));
        page.addObject("maySchedule", Move.SCHEDULE.isLegalFrom(issue.status()));
        page.addObject("mayCancel", Move.CANCEL.isLegalFrom(issue.status()));
        page.addObject(
                "buttons",
                BUTTONS.stream()
                        .filter(move -> move.isLegalFrom(issue.status()))
                        .map(DeskPages::button)
                        .toList());
        return page;
    }

    static ModelAndView page(String view, Jwt editor, HttpStatus status, @Nullable String trouble) {
        var page = new ModelAndView(view, status);
        page.addObject("formToken", FormToken.of(editor.getTokenValue()));
        page.addObject("trouble", trouble);
        return page;
    }

    private static List<Row> progress(Map<String, Long> rows) {
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
