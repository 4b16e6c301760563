package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/// What the picture of a link says: for each tool its name and the panel's verdict, by the rule and in
/// the words of every page.
///
/// @param sides one tool, or those of a comparison; none for the site itself
record ShareCard(String kicker, List<Side> sides) {

    static final ShareCard SITE = new ShareCard("Seven critics and a community vote on AI tools", List.of());

    record Side(String name, VerdictView verdict, String counts) {

        static Side of(ToolCard tool) {
            PanelView panel = PanelView.of(tool.panel());
            return new Side(tool.name(), panel.verdict(), panel.counts() + " · " + panel.reach());
        }

        String words() {
            return "%s: %s, %s".formatted(name, verdict.word(), counts);
        }
    }

    static ShareCard of(ToolCard tool) {
        return new ShareCard(tool.category().name(), List.of(Side.of(tool)));
    }

    static ShareCard of(List<ToolCard> tools) {
        return new ShareCard("Which one to ship?", tools.stream().map(Side::of).toList());
    }

    PageHead.Preview preview(String path, PageSettings settings) {
        return new PageHead.Preview(settings.address(path + "?v=" + version()), words());
    }

    private String words() {
        return sides.stream().map(Side::words).collect(Collectors.joining("; "));
    }

    /// Another one for every other picture: who keeps pictures for long asks again when the
    /// verdict has changed.
    String version() {
        var sum = new CRC32C();
        sum.update((kicker + words()).getBytes(UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
