package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ListedTool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every page worth finding. Addresses are made of slugs and keys, which hold nothing that XML
/// would read.
record Sitemap(PageQueries pages, PageSettings settings) {

    /// As many as one file may hold.
    private static final int MOST = 50_000;

    private record Entry(String path, @Nullable Instant changed) {}

    String xml() {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        entries().stream().limit(MOST).forEach(entry -> {
            xml.append("<url><loc>").append(settings.address(entry.path())).append("</loc>");
            if (entry.changed() != null) {
                xml.append("<lastmod>").append(entry.changed()).append("</lastmod>");
            }
            xml.append("</url>\n");
        });
        return xml.append("</urlset>\n").toString();
    }

    private List<Entry> entries() {
        var entries =
                new ArrayList<>(List.of(new Entry("/", null), new Entry("/compare", null), new Entry("/panel", null)));
        List<PageQueries.Category> categories = pages.categories().stream()
                .filter(category -> category.tools() > 0)
                .toList();
        categories.forEach(category -> entries.add(new Entry("/category/" + category.key(), null)));
        categories.stream()
                .filter(category -> category.tools() > 1)
                .forEach(category -> entries.add(new Entry("/category/" + category.key() + "/alternatives", null)));
        pages.critics().forEach(critic -> entries.add(new Entry("/reviewer/" + critic.key(), null)));
        Map<String, Instant> changes = new HashMap<>();
        for (ListedTool tool : pages.listed()) {
            changes.put(tool.slug(), tool.asOf());
            entries.add(new Entry("/tool/" + tool.slug(), tool.asOf()));
        }
        var pairs = new UsefulPairs(pages);
        categories.forEach(category -> pairs.of(category.key()).forEach(pair -> entries.add(entry(pair, changes))));
        return entries;
    }

    private static Entry entry(Pair pair, Map<String, Instant> changes) {
        Instant changed = pair.both().stream()
                .map(tool -> changes.getOrDefault(tool.slug(), Instant.EPOCH))
                .max(Instant::compareTo)
                .orElseThrow();
        return new Entry(pair.path(), changed);
    }
}
