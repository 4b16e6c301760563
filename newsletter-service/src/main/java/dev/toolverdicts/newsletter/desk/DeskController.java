package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.issue.Preflight;
import dev.toolverdicts.newsletter.ledger.DeliveryQueries;
import dev.toolverdicts.newsletter.ledger.LedgerFile;
import dev.toolverdicts.platform.web.InvalidInput;
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
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
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

    private final IssueQueries issues;
    private final Preflight preflight;
    private final LedgerFile file;
    private final DeskPages pages;
    private final LedgerPages ledgers;

    DeskController(IssueQueries issues, Preflight preflight, LedgerFile file, DeskPages pages, LedgerPages ledgers) {
        this.issues = issues;
        this.preflight = preflight;
        this.file = file;
        this.pages = pages;
        this.ledgers = ledgers;
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

    /// Where an operator begins: the issues that have something to decide.
    @GetMapping(path = "/in-doubt", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView doubts(JwtAuthenticationToken reader) {
        return ledgers.doubts(reader);
    }

    @GetMapping(path = "/{id}/deliveries", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ledger(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID after,
            JwtAuthenticationToken reader) {
        Issue issue = find(id);
        return LedgerPages.isKnown(state)
                ? ledgers.ledger(issue, state, after, reader, HttpStatus.OK, null)
                : ledgers.unknownState(issue, reader);
    }

    /// For a link, which cannot say what it accepts.
    @GetMapping(path = "/{id}/deliveries.csv")
    void csv(@PathVariable String id, @RequestParam(defaultValue = "") String state, HttpServletResponse response)
            throws IOException {
        if (!LedgerPages.isKnown(state)) {
            throw InvalidInput.of("/state", DeliveryQueries.ONE_OF_STATES);
        }
        Issue issue = find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"deliveries-%s.csv\"".formatted(issue.isoWeek()));
        file.write(issue.id(), LedgerPages.known(state), response.getOutputStream());
    }

    private Issue find(String id) {
        return issues.byId(IssueId.of(id)).orElseThrow(IssueNotFound::new);
    }
}
