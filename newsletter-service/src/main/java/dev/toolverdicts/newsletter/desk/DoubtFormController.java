package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.dispatch.Decision;
import dev.toolverdicts.newsletter.dispatch.DoubtNote;
import dev.toolverdicts.newsletter.dispatch.DoubtService;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.web.FormToken;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The buttons beside a message in doubt. Whoever has decided one comes back to the page of the others.
@Controller
@Hidden
class DoubtFormController {

    private final DoubtService doubts;
    private final IssueQueries issues;
    private final LedgerPages pages;

    DoubtFormController(DoubtService doubts, IssueQueries issues, LedgerPages pages) {
        this.doubts = doubts;
        this.issues = issues;
        this.pages = pages;
    }

    @PostMapping(
            path = "/desk/newsletter/{id}/deliveries/{subscriberId}/resolve",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView resolve(
            @PathVariable String id,
            @PathVariable String subscriberId,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String formToken,
            JwtAuthenticationToken operator) {
        Issue issue = issues.byId(IssueId.of(id)).orElseThrow(IssueNotFound::new);
        UUID subscriber = IssueId.of(subscriberId);
        if (!FormToken.matches(formToken, operator.getToken().getTokenValue())) {
            return pages.ledger(issue, state, after, operator, HttpStatus.FORBIDDEN, FormToken.FOREIGN);
        }
        Optional<Decision> decided = Decision.of(decision);
        if (decided.isEmpty()) {
            return pages.ledger(
                    issue, state, after, operator, HttpStatus.BAD_REQUEST, "A decision is either sent or resend.");
        }
        try {
            doubts.resolve(issue.id(), subscriber, decided.get(), operator.getName(), DoubtNote.of(note));
        } catch (InvalidInput refused) {
            return pages.ledger(issue, state, after, operator, HttpStatus.BAD_REQUEST, DoubtNote.RULE);
        } catch (Refusal refused) {
            return pages.ledger(
                    issue,
                    state,
                    after,
                    operator,
                    HttpStatus.valueOf(refused.getStatusCode().value()),
                    refused.getBody().getDetail());
        }
        var done = new ModelAndView("redirect:" + ledger(issue, state, after));
        done.setStatus(HttpStatus.SEE_OTHER);
        return done;
    }

    private static String ledger(Issue issue, String state, @Nullable UUID after) {
        return UriComponentsBuilder.fromPath("/desk/newsletter/" + issue.id() + "/deliveries")
                .queryParamIfPresent("state", Optional.ofNullable(LedgerPages.known(state)))
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .toUriString();
    }
}
