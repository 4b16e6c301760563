package dev.toolverdicts.catalog.site;

import org.springframework.http.HttpStatus;

/// Nothing stands at this address of the site, or nothing any more.
final class PageMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient MissingPage page;

    PageMissing(MissingPage page) {
        super(page.heading(), null, false, false);
        this.page = page;
    }

    HttpStatus status() {
        return HttpStatus.valueOf(Integer.parseInt(page.kicker()));
    }

    MissingPage page() {
        return page;
    }
}
