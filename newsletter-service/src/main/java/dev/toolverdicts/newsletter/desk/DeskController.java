package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.issue.Preflight;
import dev.toolverdicts.newsletter.ledger.Delivery;
import dev.toolverdicts.newsletter.ledger.DeliveryQueries;
import dev.toolverdicts.newsletter.ledger.LedgerFile;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What editors read.
@Controller
@Hidden
@RequestMapping("/desk/newsletter")
class DeskController {

    private static final int ROWS = 100;

    private final IssueQueries issues;
    private final Preflight preflight;
    private final DeliveryQueries deliveries;
    private final LedgerFile file;
    private final DeskPages pages;

    DeskController(
            IssueQueries issues, Preflight preflight, DeliveryQueries deliveries, LedgerFile file, DeskPages pages) {
        this.issues = issues;
        this.preflight = preflight;
        this.deliveries = deliveries;
        this.file = file;
        this.pages = pages;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView list(@AuthenticationPrincipal Jwt editor) {
        return pages.list(editor, HttpStatus.OK, null);
    }

    /// @param checks whether to look at everything now, which asks name servers
    @GetMapping(path = "/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView issue(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean checks,
            @AuthenticationPrincipal Jwt editor) {
        Issue issue = find(id);
        return pages.issue(issue, checks ? preflight.of(issue) : List.of(), editor);
    }

    @GetMapping(path = "/{id}/deliveries", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ledger(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID after,
            @AuthenticationPrincipal Jwt editor) {
        Issue issue = find(id);
        String wanted = known(state);
        List<Delivery> rows = deliveries.page(issue.id(), wanted, after, ROWS + 1);
        var page = DeskPages.page("desk/ledger", editor, HttpStatus.OK, null);
        page.addObject("issue", issue);
        page.addObject("state", wanted == null ? "" : wanted);
        page.addObject("states", DeliveryQueries.STATES.stream().sorted().toList());
        page.addObject("rows", rows.stream().limit(ROWS).toList());
        page.addObject("next", rows.size() > ROWS ? rows.get(ROWS - 1).subscriberId() : null);
        return page;
    }

    /// For a link, which cannot say what it accepts.
    @GetMapping(path = "/{id}/deliveries.csv")
    void csv(@PathVariable String id, @RequestParam(defaultValue = "") String state, HttpServletResponse response)
            throws IOException {
        Issue issue = find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"deliveries-%s.csv\"".formatted(issue.isoWeek()));
        file.write(issue.id(), known(state), response.getOutputStream());
    }

    private static @Nullable String known(String state) {
        return DeliveryQueries.STATES.contains(state) ? state : null;
    }

    private Issue find(String id) {
        return issues.byId(IssueId.of(id)).orElseThrow(IssueNotFound::new);
    }
}
