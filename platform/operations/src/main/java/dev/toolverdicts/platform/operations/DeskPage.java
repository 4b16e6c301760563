package dev.toolverdicts.platform.operations;

import org.jspecify.annotations.Nullable;

/// What the desk answers: a page, or where to go on.
///
/// @param html empty when it leads elsewhere
/// @param location null for a page
public record DeskPage(int status, String html, @Nullable String location) {

    /// Our own stylesheet and pictures, forms that post to this site, and no script at all.
    public static final String LOADS =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static DeskPage of(int status, String html) {
        return new DeskPage(status, html, null);
    }

    static DeskPage seeOther(String location) {
        return new DeskPage(303, "", location);
    }
}
