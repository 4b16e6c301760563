package dev.toolverdicts.catalog.site;

/// Nothing stands at this address of the site.
final class PageMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient MissingPage page;

    PageMissing(MissingPage page) {
        super(page.heading(), null, false, false);
        this.page = page;
    }

    MissingPage page() {
        return page;
    }
}
