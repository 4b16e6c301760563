package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.voice.ToolVoice;

/// A voter's reason as the page shows it: text, whatever stands in it.
record ReasonView(String text, String by) {

    static ReasonView of(ToolVoice.Reason reason) {
        String did = reason.choice().equals("ship") ? "Shipped it" : "Skipped it";
        return new ReasonView(reason.text(), reason.role() == null ? did : did + " as " + reason.role());
    }
}
