package dev.toolverdicts.catalog.site;

import org.jspecify.annotations.Nullable;

/// What a page says of itself to browsers, search engines and link previews.
///
/// @param section which entry of the masthead is the present one
/// @param jsonLd structured data, already escaped for its script element
record PageHead(
        String title,
        String description,
        String canonical,
        @Nullable String section,
        @Nullable String jsonLd,
        boolean noindex) {

    PageHead with(String structuredData) {
        return new PageHead(title, description, canonical, section, structuredData, noindex);
    }

    PageHead hidden() {
        return new PageHead(title, description, canonical, section, jsonLd, true);
    }
}
