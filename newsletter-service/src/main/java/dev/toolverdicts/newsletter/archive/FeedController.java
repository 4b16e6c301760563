package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Hidden
class FeedController {

    private final FeedService feeds;
    private final ContentTag tag;

    FeedController(FeedService feeds, ContentTag tag) {
        this.feeds = feeds;
        this.tag = tag;
    }

    @GetMapping(path = "/feeds/weekly.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    ResponseEntity<byte[]> atom() {
        String feed = AtomFeed.of(feeds.newest());
        return ContentTag.answer(tag.of(feed))
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(feed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/feeds/weekly.json", produces = "application/feed+json")
    ResponseEntity<Map<String, Object>> json() {
        return tag.ok(JsonFeed.of(feeds.newest()));
    }
}
