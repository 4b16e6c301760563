package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;

/// A verdict as a small picture for other people's pages: a colour, a shape and a word. It brings no
/// style of its own, which many pages would not let it use.
///
/// @param says the whole of it for those who do not see it
record Badge(VerdictView verdict, String words, String says, Palette palette) {

    static final int HEIGHT = 24;

    private static final String SITE = "Tool Verdicts";
    private static final int LETTER = 7;
    private static final int LEFT = SITE.length() * LETTER + 16;

    static Badge of(ToolCard card, Palette palette) {
        PanelView panel = PanelView.of(card.panel());
        String word = panel.verdict().word();
        return new Badge(
                panel.verdict(),
                word + " " + panel.split(),
                "%s on %s: %s, %s".formatted(SITE, card.name(), word, panel.counts()),
                palette);
    }

    /// For a tool that is not shown, on a page that does not know.
    static Badge neutral(String words, Palette palette) {
        return new Badge(VerdictView.of("pending"), words, SITE + ": " + words, palette);
    }

    int width() {
        return LEFT + 30 + words.length() * LETTER + 8;
    }

    String svg() {
        Palette.Tone tone = palette.tone(verdict);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="24" viewBox="0 0 %1$d 24" role="img" aria-label="%2$s">
                <title>%2$s</title>
                <rect width="%1$d" height="24" rx="4" fill="%3$s"/>
                <path d="M%4$d 1.5H%5$d a2.5 2.5 0 0 1 2.5 2.5v16a2.5 2.5 0 0 1 -2.5 2.5H%4$dz" fill="%6$s"/>
                <g font-family="Verdana,'DejaVu Sans',Geneva,sans-serif" font-size="12">
                <text x="8" y="16" textLength="%7$d" fill="%8$s">%9$s</text>
                <text x="%10$d" y="16" textLength="%11$d" font-weight="bold" fill="%12$s">%13$s</text>
                </g>
                <g transform="translate(%14$d 4) scale(.8)" fill="none" stroke="%12$s" stroke-width="2.25" stroke-linecap="round" stroke-linejoin="round">%15$s</g>
                </svg>
                """.formatted(
                        width(),
                        Xml.text(says),
                        palette.ink(),
                        LEFT,
                        width() - 4,
                        tone.soft(),
                        SITE.length() * LETTER,
                        palette.paper(),
                        SITE,
                        LEFT + 30,
                        words.length() * LETTER,
                        tone.ink(),
                        Xml.text(words),
                        LEFT + 8,
                        shape(tone));
    }

    /// The same shapes as on the pages, in a square of twenty.
    private String shape(Palette.Tone tone) {
        return switch (verdict.key()) {
            case "ship" ->
                "<circle cx=\"10\" cy=\"10\" r=\"8\" fill=\"%s\"/><path d=\"m6.2 10.4 2.6 2.6 5-5.4\" stroke=\"%s\"/>"
                        .formatted(tone.ink(), tone.soft());
            case "mixed" ->
                "<circle cx=\"10\" cy=\"10\" r=\"8\"/><path d=\"M10 2a8 8 0 0 0 0 16z\" fill=\"%s\"/>"
                        .formatted(tone.ink());
            case "skip" -> "<path d=\"M2.5 2.5h15v15h-15zm4.3 4.3 6.4 6.4m0-6.4-6.4 6.4\"/>";
            default -> "<circle cx=\"10\" cy=\"10\" r=\"8\" stroke-dasharray=\"2.6 3.6\"/>";
        };
    }
}
