package dev.toolverdicts.catalog.site;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a page says of itself to browsers, search engines and link previews.
///
/// @param page which kind of page it is: whoever signs up for the newsletter there is noted with it
/// @param section which entry of the masthead is the present one
/// @param jsonLd structured data, already escaped for its script element
/// @param others the same, or news of it, for programs
/// @param preview the picture that other sites show with a link
record PageHead(
        String title,
        String description,
        String canonical,
        String page,
        @Nullable String section,
        @Nullable String jsonLd,
        boolean noindex,
        List<Other> others,
        Preview preview) {

    record Other(String type, String title, String path) {}

    /// @param address that works outside the site
    /// @param alt what it says
    record Preview(String address, String alt) {}

    PageHead with(String structuredData) {
        return new PageHead(title, description, canonical, page, section, structuredData, noindex, others, preview);
    }

    /// With the same as Markdown, at the page's address and an ending.
    PageHead withMarkdown(String path) {
        Other markdown = new Other("text/markdown", "This page as Markdown", path + ".md");
        return new PageHead(
                title,
                description,
                canonical,
                page,
                section,
                jsonLd,
                noindex,
                Stream.concat(Stream.of(markdown), others.stream()).toList(),
                preview);
    }

    PageHead with(Preview picture) {
        return new PageHead(title, description, canonical, page, section, jsonLd, noindex, others, picture);
    }

    PageHead hidden() {
        return new PageHead(title, description, canonical, page, section, jsonLd, true, others, preview);
    }

    /// Of a page that stands for one that is not there, whatever was asked for.
    PageHead missing() {
        return new PageHead(title, description, canonical, "missing", section, jsonLd, true, List.of(), preview);
    }
}
