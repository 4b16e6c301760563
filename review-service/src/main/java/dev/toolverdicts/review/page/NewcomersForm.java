package dev.toolverdicts.review.page;

import dev.toolverdicts.platform.web.SiteSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// A form of somebody without a voter's cookie: they have said nothing that another site could change,
/// and the tool's page has no token for them. Of them the browser's word is taken that the form stood
/// on this site, as vote-service does with theirs.
@Component
class NewcomersForm {

    /// As the cookie is named with TLS and without it.
    private static final String VOTER = "voter=";

    private final String origin;

    NewcomersForm(SiteSettings site) {
        URI address = site.publicUrl();
        this.origin = address.getScheme() + "://" + address.getRawAuthority();
    }

    boolean isOurs(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.COOKIE)).stream()
                        .noneMatch(cookies -> cookies.contains(VOTER))
                && isFromHere(request);
    }

    /// Browsers without `Sec-Fetch-Site` send `Origin` with every form.
    private boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? origin.equals(request.getHeader(HttpHeaders.ORIGIN)) : site.equals("same-origin");
    }
}
