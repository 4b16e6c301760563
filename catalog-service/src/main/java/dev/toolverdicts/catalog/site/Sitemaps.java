package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ListedTool;
import dev.toolverdicts.catalog.leaderboard.Leaderboards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every page worth finding, in files by kind, and the index that names them. A time stands only where
/// it is known when what the page shows last changed. Addresses are made of slugs and keys, which hold
/// nothing that XML would read.
///
/// @param most addresses in one file
record Sitemaps(PageQueries pages, Leaderboards boards, PageSettings settings, int most) {

    /// As many as one file may hold; at some 200 bytes each it stays far below the 50 MB that
    /// it may weigh.
    static final int MOST = 50_000;

    static final String INDEX = "";

    /// Of another service, and always there.
    private static final String WEEKLY = "weekly";

    private record Entry(String path, @Nullable Instant changed) {}

    /// The files by name; the index has none.
    Map<String, String> files() {
        Map<String, List<Entry>> parts = new LinkedHashMap<>();
        kinds().forEach((kind, entries) -> {
            for (int from = 0; from < entries.size(); from += most) {
                String name = from == 0 ? kind : kind + "-" + (from / most + 1);
                parts.put(name, entries.subList(from, Math.min(entries.size(), from + most)));
            }
        });
        Map<String, String> files = new HashMap<>();
        parts.forEach((name, entries) -> files.put(name, xml("urlset", "url", entries)));
        List<Entry> index = Stream.concat(
                        parts.entrySet().stream().map(part -> new Entry(path(part.getKey()), latest(part.getValue()))),
                        Stream.of(new Entry(path(WEEKLY), null)))
                .toList();
        files.put(INDEX, xml("sitemapindex", "sitemap", index));
        return files;
    }

    private static String path(String name) {
        return "/sitemaps/" + name + ".xml";
    }

    private String xml(String all, String one, List<Entry> entries) {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <%s xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """.formatted(all));
        for (Entry entry : entries) {
            xml.append('<')
                    .append(one)
                    .append("><loc>")
                    .append(settings.address(entry.path()))
                    .append("</loc>");
            if (entry.changed() != null) {
                xml.append("<lastmod>").append(entry.changed()).append("</lastmod>");
            }
            xml.append("</").append(one).append(">\n");
        }
        return xml.append("</").append(all).append(">\n").toString();
    }

    private Map<String, List<Entry>> kinds() {
        List<ListedTool> tools = pages.listed();
        List<PageQueries.Category> categories = pages.categories().stream()
                .filter(category -> category.tools() > 0)
                .toList();
        Map<String, List<Entry>> kinds = new LinkedHashMap<>();
        kinds.put("pages", pages(tools));
        kinds.put("categories", categories(categories, tools));
        kinds.put(
                "tools",
                tools.stream()
                        .map(tool -> new Entry("/tool/" + tool.slug(), tool.asOf()))
                        .toList());
        kinds.put("comparisons", comparisons(categories, tools));
        kinds.put(
                "critics",
                pages.critics().stream()
                        .map(critic -> new Entry("/reviewer/" + critic.key(), null))
                        .toList());
        kinds.put(
                "leaderboards",
                boards.addresses().stream()
                        .map(board -> new Entry(board.path(), board.changed()))
                        .toList());
        return kinds;
    }

    private static List<Entry> pages(List<ListedTool> tools) {
        Instant latest = changed(tools).orElse(null);
        return List.of(
                new Entry("/", latest),
                new Entry("/compare", latest),
                new Entry("/panel", null),
                new Entry("/weekly", null),
                new Entry("/how-ranking-works", null),
                new Entry("/feeds", null),
                new Entry("/developers", null),
                new Entry("/dataset", null),
                new Entry("/privacy", null),
                new Entry("/terms", null),
                new Entry("/contact", null));
    }

    /// With the alternatives of those that have any.
    private static List<Entry> categories(List<PageQueries.Category> categories, List<ListedTool> tools) {
        var entries = new ArrayList<Entry>();
        for (PageQueries.Category category : categories) {
            Instant changed = changed(tools.stream()
                            .filter(tool -> tool.category().equals(category.key()))
                            .toList())
                    .orElse(null);
            entries.add(new Entry("/category/" + category.key(), changed));
            if (category.tools() > 1) {
                entries.add(new Entry("/category/" + category.key() + "/alternatives", changed));
            }
        }
        return entries;
    }

    private List<Entry> comparisons(List<PageQueries.Category> categories, List<ListedTool> tools) {
        Map<String, Instant> changes = new HashMap<>();
        tools.forEach(tool -> changes.put(tool.slug(), tool.asOf()));
        var useful = new UsefulPairs(pages);
        return categories.stream()
                .flatMap(category -> useful.of(category.key()).stream())
                .map(pair -> new Entry(
                        pair.path(),
                        pair.both().stream()
                                .map(tool -> changes.get(tool.slug()))
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null)))
                .toList();
    }

    private static Optional<Instant> changed(Collection<ListedTool> tools) {
        return tools.stream().map(ListedTool::asOf).max(Comparator.naturalOrder());
    }

    private static @Nullable Instant latest(List<Entry> entries) {
        return entries.stream()
                .map(Entry::changed)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
