package dev.toolverdicts.catalog.site;

/// The colours of pictures that leave the site and so cannot ask its style sheet. Light and dark are the
/// custom properties of `site.css`.
record Palette(String paper, String ink, String quiet, Tone ship, Tone mixed, Tone skip, Tone pending) {

    /// @param ink of word and shape
    /// @param soft of the ground under them
    record Tone(String ink, String soft) {}

    static final Palette LIGHT = new Palette(
            "#f7f3ea",
            "#1d1a16",
            "#4d463b",
            new Tone("#12512f", "#d5e8d4"),
            new Tone("#623b00", "#f5e0b0"),
            new Tone("#821813", "#f6d8d0"),
            new Tone("#4a4a52", "#f7f3ea"));

    static final Palette DARK = new Palette(
            "#12151b",
            "#efe9dc",
            "#b9b3a6",
            new Tone("#8ee0a8", "#173827"),
            new Tone("#f2c66d", "#3c2f12"),
            new Tone("#ffaa9c", "#46201d"),
            new Tone("#c3c6cf", "#12151b"));

    private static final Tone BLACK = new Tone("#000000", "#ffffff");
    static final Palette MONO = new Palette("#ffffff", "#000000", "#000000", BLACK, BLACK, BLACK, BLACK);

    /// Light for what is no theme.
    static Palette of(String theme) {
        return switch (theme) {
            case "dark" -> DARK;
            case "mono" -> MONO;
            default -> LIGHT;
        };
    }

    Tone tone(VerdictView verdict) {
        return switch (verdict.key()) {
            case "ship" -> ship;
            case "mixed" -> mixed;
            case "skip" -> skip;
            default -> pending;
        };
    }
}
