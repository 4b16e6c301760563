package dev.toolverdicts.newsletter.archive;

import java.util.LinkedHashMap;
import java.util.Map;

/// A feed as JSON Feed 1.1 has it, whose names are not those of this API.
final class JsonFeed {

    private JsonFeed() {}

    static Map<String, Object> of(Feed feed) {
        var json = new LinkedHashMap<String, Object>();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", Feed.TITLE);
        json.put("home_page_url", feed.page());
        json.put("feed_url", feed.address("json"));
        json.put("language", "en");
        json.put("items", feed.items().stream().map(JsonFeed::item).toList());
        return json;
    }

    private static Map<String, Object> item(Feed.Item item) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", item.url());
        json.put("url", item.url());
        json.put("title", item.title());
        json.put("content_html", item.html());
        json.put("date_published", item.published());
        json.put("date_modified", item.updated());
        return json;
    }
}
