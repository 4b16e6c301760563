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
        List<Delivery> rows = deliveries.page(issue.id(), wanted, after, ROWS + 1);
        var page = page("desk/ledger", reader, status, trouble);
        page.addObject("issue", issue);
        page.addObject("state", wanted == null ? "" : wanted);
        page.addObject("after", after);
        page.addObject("states", DeliveryQueries.STATES.stream().sorted().toList());
        page.addObject("rows", rows.stream().limit(ROWS).map(LedgerRow::of).toList());
        page.addObject("next", rows.size() > ROWS ? rows.get(ROWS - 1).subscriberId() : null);
        return page;
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
