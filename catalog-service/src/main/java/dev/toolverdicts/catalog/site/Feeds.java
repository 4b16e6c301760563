package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.TakeFilter;
import dev.toolverdicts.catalog.card.TakePage.Given;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.verdict.VerdictChange;
import dev.toolverdicts.catalog.verdict.VerdictChange.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// The feeds there are: first verdicts, turned verdicts, those of a category, and what one critic says.
record Feeds(PageQueries pages, PageSettings settings) {

    private static final int MOST = 50;

    Feed verdicts() {
        return changes("New verdicts · Tool Verdicts", "/", "/feeds/verdicts", Kind.FIRST);
    }

    Feed changed() {
        return changes("Changed verdicts · Tool Verdicts", "/", "/feeds/changes", Kind.TURNED);
    }

    private Feed changes(String title, String page, String path, Kind kind) {
        return feed(
                title,
                page,
                path,
                pages.changes(kind, null, MOST).stream().map(this::item).toList());
    }

    /// First and turned verdicts.
    Feed category(PageQueries.Category category) {
        return feed(
                category.name() + " verdicts · Tool Verdicts",
                "/category/" + category.key(),
                "/feeds/category/" + category.key(),
                pages.changes(Kind.ALL, category.key(), MOST).stream()
                        .map(this::item)
                        .toList());
    }

    /// A revised take among the newest comes again, as the same item with another time.
    Feed critic(CriticProfile critic) {
        return feed(
                critic.name() + " · Tool Verdicts",
                "/reviewer/" + critic.key(),
                "/feeds/critic/" + critic.key(),
                newest(critic).stream()
                        .sorted(Comparator.comparing((Given given) -> TakeView.latest(given.take()))
                                .reversed())
                        .map(this::verdict)
                        .toList());
    }

    private List<Given> newest(CriticProfile critic) {
        return pages.verdicts(new TakeFilter(critic.key(), null, TakeFilter.Order.NEWEST, MOST, null))
                .takes();
    }

    private Feed feed(String title, String page, String path, List<Feed.Item> items) {
        return new Feed(title, settings.address(page), settings.address(path), items);
    }

    private Feed.Item item(VerdictChange change) {
        ToolCard tool = change.tool();
        PanelView panel = PanelView.of(tool.panel());
        String word = panel.verdict().word();
        String was = change.before() == null || change.before().equals("pending")
                ? ""
                : ", was " + VerdictView.of(change.before()).word();
        return new Feed.Item(
                id("verdict", change.toolId().toString(), change.since().toString()),
                url(tool),
                tool.name() + ": " + word + was,
                change.since(),
                change.since(),
                "<p><strong>%s</strong>%s: %s from %s.</p>\n<p>%s</p>\n%s"
                        .formatted(word, was, panel.counts(), panel.reach(), Xml.text(tool.tagline()), more(tool)));
    }

    private Feed.Item verdict(Given given) {
        Take take = given.take();
        ToolCard tool = given.tool();
        String word = VerdictView.of(take.verdict()).word();
        String quote = Words.paragraphs(Take.read(take.body())).stream()
                .map(paragraph -> "<p>" + Xml.text(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        return new Feed.Item(
                id(
                        "take",
                        take.criticKey(),
                        given.toolId().toString(),
                        take.publishedAt().toString()),
                url(tool),
                "%s: %s, %d/100".formatted(tool.name(), word, take.score()),
                take.publishedAt(),
                TakeView.latest(take),
                "<blockquote>%s</blockquote>\n<p>%s</p>\n%s"
                        .formatted(quote, Xml.text(Authors.disclosure(take)), more(tool)));
    }

    private String more(ToolCard tool) {
        return "<p><a href=\"%s\">All reasons and scores</a></p>".formatted(url(tool));
    }

    private String url(ToolCard tool) {
        return settings.address("/tool/" + tool.slug());
    }

    /// Made of what never changes.
    private static String id(String... parts) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(UTF_8));
    }
}
