package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.catalog.critic.CriticProfile;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// The feeds, and the page that lists them. Feed readers ask often, so each feed is made once a minute.
@Controller
class FeedController {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", UTF_8);
    private static final MediaType JSON = new MediaType("application", "feed+json");

    private final Feeds feeds;
    private final PageSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final Kept<List<PageQueries.Category>> categories;
    private final Kept<List<CriticProfile>> critics;
    /// By address, of those that there are.
    private final Map<String, Kept<Feed>> kept = new ConcurrentHashMap<>();

    FeedController(PageQueries pages, PageSettings settings, JsonMapper json, Clock clock) {
        this.feeds = new Feeds(pages, settings);
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.categories = new Kept<>(() -> pages.categories(), clock);
        this.critics = new Kept<>(() -> pages.critics(), clock);
    }

    record FeedsPage(List<PageQueries.Category> categories, List<CriticProfile> critics) {}

    @GetMapping(path = "/feeds", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView list() {
        List<PageQueries.Category> shown = categories.get().stream()
                .filter(category -> category.tools() > 0)
                .toList();
        return new ModelAndView("feeds")
                .addObject("page", new FeedsPage(shown, critics.get()))
                .addObject(
                        "head",
                        settings.head(
                                "Feeds · Tool Verdicts",
                                "New and changed verdicts on AI tools, by category, by critic and by week, for feed readers and programs.",
                                "/feeds",
                                null));
    }

    @GetMapping("/feeds/{name}.atom")
    ResponseEntity<byte[]> atom(@PathVariable String name, HttpServletResponse response) {
        return atom(named(name), response);
    }

    @GetMapping("/feeds/{name}.json")
    ResponseEntity<byte[]> json(@PathVariable String name, HttpServletResponse response) {
        return json(named(name), response);
    }

    @GetMapping("/feeds/category/{key}.atom")
    ResponseEntity<byte[]> categoryAtom(@PathVariable String key, HttpServletResponse response) {
        return atom(category(key), response);
    }

    @GetMapping("/feeds/category/{key}.json")
    ResponseEntity<byte[]> categoryJson(@PathVariable String key, HttpServletResponse response) {
        return json(category(key), response);
    }

    @GetMapping("/feeds/critic/{key}.atom")
    ResponseEntity<byte[]> criticAtom(@PathVariable String key, HttpServletResponse response) {
        return atom(critic(key), response);
    }

    @GetMapping("/feeds/critic/{key}.json")
    ResponseEntity<byte[]> criticJson(@PathVariable String key, HttpServletResponse response) {
        return json(critic(key), response);
    }

    private static ResponseEntity<byte[]> atom(Feed feed, HttpServletResponse response) {
        return KeptAnswer.of(feed.atom().getBytes(UTF_8), ATOM, Kept.MINUTE, response);
    }

    private ResponseEntity<byte[]> json(Feed feed, HttpServletResponse response) {
        return KeptAnswer.of(json.writeValueAsBytes(feed.json()), JSON, Kept.MINUTE, response);
    }

    private Feed named(String name) {
        return switch (name) {
            case "verdicts" -> kept(name, feeds::verdicts);
            case "changes" -> kept(name, feeds::changed);
            default -> throw missing();
        };
    }

    private Feed category(String key) {
        foundCategory(key);
        return kept("category/" + key, () -> feeds.category(foundCategory(key)));
    }

    private Feed critic(String key) {
        foundCritic(key);
        return kept("critic/" + key, () -> feeds.critic(foundCritic(key)));
    }

    /// Of now: its name may change while its feed is kept.
    private PageQueries.Category foundCategory(String key) {
        return categories.get().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(FeedController::missing);
    }

    private CriticProfile foundCritic(String key) {
        return critics.get().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(FeedController::missing);
    }

    private Feed kept(String address, Supplier<Feed> source) {
        return kept.computeIfAbsent(address, _ -> new Kept<>(source, clock)).get();
    }

    private static PageMissing missing() {
        return new PageMissing(
                MissingPage.of("No such feed", "The page at /feeds lists all feeds there are.", List.of()));
    }
}
