package dev.toolverdicts.catalog.site;

/// A verdict as every page shows it: the key picks colour and shape, the word is what is read.
record VerdictView(String key, String word) {

    static VerdictView of(String verdict) {
        return switch (verdict) {
            case "ship" -> new VerdictView("ship", "Ship");
            case "mixed" -> new VerdictView("mixed", "Mixed");
            case "skip" -> new VerdictView("skip", "Skip");
            default -> new VerdictView("pending", "Pending");
        };
    }
}
