package dev.toolverdicts.catalog.site;

import org.jspecify.annotations.Nullable;

/// What a page says of itself to browsers, search engines and link previews.
///
/// @param page which kind of page it is: whoever signs up for the newsletter there is noted with it
/// @param section which entry of the masthead is the present one
/// @param jsonLd structured data, already escaped for its script element
record PageHead(
        String title,
        String description,
        String canonical,
        String page,
        @Nullable String section,
        @Nullable String jsonLd,
        boolean noindex) {

    PageHead with(String structuredData) {
        return new PageHead(title, description, canonical, page, section, structuredData, noindex);
    }

    PageHead hidden() {
        return new PageHead(title, description, canonical, page, section, jsonLd, true);
    }

    /// Of a page that stands for one that is not there, whatever was asked for.
    PageHead missing() {
        return new PageHead(title, description, canonical, "missing", section, jsonLd, true);
    }
}
