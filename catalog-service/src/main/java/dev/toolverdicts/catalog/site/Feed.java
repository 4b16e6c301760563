package dev.toolverdicts.catalog.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// News for feed readers, as Atom (RFC 4287) and as JSON Feed 1.1.
///
/// @param page what it is about, for people
/// @param address its own without the ending; that is also its id, for ever
record Feed(String title, String page, String address, List<Item> items) {

    private static final String SITE = "Tool Verdicts";

    /// @param id the same for ever, whatever becomes of the tool's address
    /// @param html with addresses that need no page around them
    record Item(String id, String url, String title, Instant published, Instant updated, String html) {}

    /// Of nothing yet it is the beginning of time: the formats want a date.
    Instant updated() {
        return items.stream().map(Item::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    String atom() {
        var xml = new StringBuilder(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                <title>%s</title>
                <id>%s</id>
                <updated>%s</updated>
                <link rel="self" type="application/atom+xml" href="%s.atom"/>
                <link rel="alternate" type="text/html" href="%s"/>
                <author><name>%s</name></author>
                """.formatted(Xml.text(title), Xml.text(address), updated(), Xml.text(address), Xml.text(page), SITE));
        for (Item item : items) {
            xml.append("""
                    <entry>
                    <title>%s</title>
                    <id>%s</id>
                    <link rel="alternate" type="text/html" href="%s"/>
                    <published>%s</published>
                    <updated>%s</updated>
                    <content type="html">%s</content>
                    </entry>
                    """.formatted(
                            Xml.text(item.title()),
                            item.id(),
                            Xml.text(item.url()),
                            item.published(),
                            item.updated(),
                            Xml.text(item.html())));
        }
        return xml.append("</feed>\n").toString();
    }

    /// The names are those of the format, not of this API.
    Map<String, Object> json() {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("home_page_url", page);
        feed.put("feed_url", address + ".json");
        feed.put("language", "en");
        feed.put("authors", List.of(Map.of("name", SITE)));
        feed.put("items", items.stream().map(Feed::entry).toList());
        return feed;
    }

    private static Map<String, Object> entry(Item item) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", item.id());
        entry.put("url", item.url());
        entry.put("title", item.title());
        entry.put("content_html", item.html());
        entry.put("date_published", item.published().toString());
        entry.put("date_modified", item.updated().toString());
        return entry;
    }
}
