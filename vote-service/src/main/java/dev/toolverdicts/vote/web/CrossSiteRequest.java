package dev.toolverdicts.vote.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Another site made the visitor's browser send this: their cookie proves nothing here.
public final class CrossSiteRequest extends Refusal {

    private CrossSiteRequest() {
        super(
                HttpStatus.FORBIDDEN,
                "cross-site-request",
                "Cross-site request",
                "Votes are taken from this site's own pages and from API clients only.");
    }

    public static void refuse(HttpHeaders headers) {
        if ("cross-site".equals(headers.getFirst("Sec-Fetch-Site"))) {
            throw new CrossSiteRequest();
        }
    }
}
