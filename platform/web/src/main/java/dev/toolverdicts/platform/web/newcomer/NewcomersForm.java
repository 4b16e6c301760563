package dev.toolverdicts.platform.web.newcomer;

import dev.toolverdicts.platform.web.SiteSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/// A form of somebody without a voter's cookie: they have said nothing that another site could change,
/// and the page it stood on had no token for them. Of them the browser's word is taken that the form
/// stood on this site, which no page can make it say of another one's.
public final class NewcomersForm {

    private final String origin;

    public NewcomersForm(SiteSettings site) {
        this.origin = site.origin();
    }

    public boolean isOurs(HttpServletRequest request) {
        return Newcomer.sent(request) && isFromHere(request);
    }

    /// Browsers without `Sec-Fetch-Site` send `Origin` with every form.
    private boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? origin.equals(request.getHeader(HttpHeaders.ORIGIN)) : site.equals("same-origin");
    }
}
