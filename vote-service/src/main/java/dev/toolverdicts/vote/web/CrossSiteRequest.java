package dev.toolverdicts.vote.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;

/// Another site made the visitor's browser send this: their cookie proves nothing here.
public final class CrossSiteRequest extends Refusal {

    private CrossSiteRequest() {
        super(
                HttpStatus.FORBIDDEN,
                "cross-site-request",
                "Cross-site request",
                "Votes are taken from this site's own pages and from API clients only.");
    }

    public static void refuse(ServerRequest request) {
        if ("cross-site".equals(request.headers().firstHeader("Sec-Fetch-Site"))) {
            throw new CrossSiteRequest();
        }
    }
}
