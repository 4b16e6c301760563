package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.ledger.Delivery;
import dev.toolverdicts.newsletter.ledger.DeliveryQueries;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Puts the pages of the ledger together: all of it for editors, what is in doubt for operators too.
@Component
class LedgerPages {

    private static final int ROWS = 100;
    private static final String IN_DOUBT = "in_doubt";

    private final DeliveryQueries deliveries;

    LedgerPages(DeliveryQueries deliveries) {
        this.deliveries = deliveries;
    }

    ModelAndView doubts(JwtAuthenticationToken reader) {
        var page = page("desk/doubts", reader, HttpStatus.OK, null);
        page.addObject("doubts", deliveries.doubts());
        return page;
    }

    /// @param state as asked for; an operator sees what is in doubt, whatever a form says
    /// @param after the subscriber the last page ended with; null for the first page
    ModelAndView ledger(
            Issue issue,
            String state,
            @Nullable UUID after,
            JwtAuthenticationToken reader,
            HttpStatus status,
            @Nullable String trouble) {
        String wanted = isEditor(reader) ? known(state) : IN_DOUBT;
        var page = page("desk/ledger", reader, status, trouble);
        fill(page, issue, wanted, after, deliveries.page(issue.id(), wanted, after, ROWS + 1));
        return page;
    }

    /// The page for a state that no row can be in: it has none, but the way to the others.
    ModelAndView unknownState(Issue issue, JwtAuthenticationToken reader) {
        String trouble = "The state " + DeliveryQueries.ONE_OF_STATES + ".";
        var page = page("desk/ledger", reader, HttpStatus.BAD_REQUEST, trouble);
        fill(page, issue, null, null, List.of());
        return page;
    }

    private static void fill(
            ModelAndView page, Issue issue, @Nullable String wanted, @Nullable UUID after, List<Delivery> rows) {
        page.addObject("issue", issue);
        page.addObject("state", wanted == null ? "" : wanted);
        page.addObject("after", after);
        page.addObject("states", DeliveryQueries.STATES.stream().sorted().toList());
        page.addObject("rows", rows.stream().limit(ROWS).map(LedgerRow::of).toList());
        page.addObject("next", rows.size() > ROWS ? rows.get(ROWS - 1).subscriberId() : null);
    }

    /// Whether it names rows: one state's, or with nothing said all.
    static boolean isKnown(String state) {
        return state.isEmpty() || known(state) != null;
    }

    /// @return null for all states
    static @Nullable String known(String state) {
        return DeliveryQueries.STATES.contains(state) ? state : null;
    }

    private static ModelAndView page(
            String view, JwtAuthenticationToken reader, HttpStatus status, @Nullable String trouble) {
        return DeskPages.page(view, reader.getToken(), status, trouble).addObject("isEditor", isEditor(reader));
    }

    private static boolean isEditor(JwtAuthenticationToken reader) {
        return reader.getAuthorities().stream()
                .anyMatch(authority -> "SCOPE_newsletter:write".equals(authority.getAuthority()));
    }
}
