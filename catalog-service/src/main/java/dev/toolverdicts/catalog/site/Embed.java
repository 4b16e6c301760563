package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;

/// What people put into their own pages to show a tool's badge, and the badge itself.
///
/// @param path of the picture
record Embed(String path, int width, String alt, String html, String markdown) {

    static Embed of(ToolCard card, PageSettings settings) {
        String link = settings.address("/badge/" + card.slug());
        String alt = "Tool Verdicts on " + card.name();
        return new Embed(
                "/badge/" + card.slug() + ".svg",
                Badge.of(card, Palette.LIGHT).width(),
                alt,
                "<a href=\"%1$s\"><img src=\"%1$s.svg\" alt=\"%2$s\" height=\"%3$d\"></a>"
                        .formatted(link, Xml.text(alt), Badge.HEIGHT),
                "[![%2$s](%1$s.svg)](%1$s)".formatted(link, Markdown.text(alt)));
    }
}
