package dev.toolverdicts.newsletter.archive;

import java.time.Instant;
import java.util.List;

/// The newest issues for feed readers.
///
/// @param updated when the newest of it was sent or corrected
record Feed(String site, Instant updated, List<Item> items) {

    static final String TITLE = "Weekly AI Tool Verdicts";

    /// @param html the whole issue, with addresses that need no page around them
    record Item(String url, String title, Instant published, Instant updated, String html) {}

    String page() {
        return site + "/weekly";
    }

    String address(String format) {
        return site + "/feeds/weekly." + format;
    }
}
