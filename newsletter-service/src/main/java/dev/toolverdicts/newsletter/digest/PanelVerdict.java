package dev.toolverdicts.newsletter.digest;

import java.util.Locale;

/// The panel's verdict. Its words in events, API and database are the lower-case names.
enum PanelVerdict {
    SHIP,
    MIXED,
    SKIP,
    PENDING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
