package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.history.NewsNotFound;
import dev.toolverdicts.catalog.live.ChangeRepository;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Keeps news. An item names tools and releases that are there, and makes none: what it names and
/// nobody has added is a fault.
@Service
class NewsService {

    private static final Logger log = LoggerFactory.getLogger(NewsService.class);

    private final NewsRepository news;
    private final ToolRepository tools;
    private final ReleaseRepository releases;
    private final ToolService service;
    private final ChangeRepository changes;

    NewsService(
            NewsRepository news,
            ToolRepository tools,
            ReleaseRepository releases,
            ToolService service,
            ChangeRepository changes) {
        this.news = news;
        this.tools = tools;
        this.releases = releases;
        this.service = service;
        this.changes = changes;
    }

    /// @param editor the subject of the caller's token
    /// @return whether there was no item with this key
    @Transactional
    boolean keep(String key, JsonNode body, String editor) {
        NewsBody draft = NewsBody.parse(key, body, service.now());
        var faults = new ArrayList<Fault>();
        Map<String, UUID> named = tools(draft, faults);
        Set<UUID> of = releases(draft, named, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        boolean isNew = news.save(key, draft, service.now());
        var touched = new LinkedHashSet<>(news.toolsOf(key));
        touched.addAll(named.values());
        news.name(key, Set.copyOf(named.values()), of);
        changes.ofTools("news", touched);
        service.note(editor, "news-keep", "news:" + key, null);
        log.info("event=news_kept key={} tools={} releases={}", key, named.size(), of.size());
        return isNew;
    }

    @Transactional
    void remove(String key, String editor) {
        List<UUID> touched = news.toolsOf(key);
        if (!news.remove(key)) {
            throw new NewsNotFound();
        }
        changes.ofTools("news", touched);
        service.note(editor, "news-remove", "news:" + key, null);
        log.info("event=news_removed key={}", key);
    }

    /// A former address names its tool too.
    private Map<String, UUID> tools(NewsBody draft, List<Fault> faults) {
        var found = new LinkedHashMap<String, UUID>();
        for (int i = 0; i < draft.tools().size(); i++) {
            String slug = draft.tools().get(i);
            Optional<UUID> tool = tools.currentSlug(slug).flatMap(tools::idBySlug);
            if (tool.isPresent()) {
                found.put(slug, tool.get());
            } else {
                faults.add(new Fault("/tools/" + i, "must be the slug of a tool; news does not add one"));
            }
        }
        return found;
    }

    private Set<UUID> releases(NewsBody draft, Map<String, UUID> named, List<Fault> faults) {
        var found = new LinkedHashSet<UUID>();
        List<NewsBody.NamedRelease> wanted = draft.namedReleases();
        for (int i = 0; i < wanted.size(); i++) {
            NewsBody.NamedRelease release = wanted.get(i);
            Optional<ToolRelease> known = Optional.ofNullable(named.get(release.tool()))
                    .flatMap(tool -> releases.find(tool, release.label()));
            if (known.isPresent()) {
                found.add(known.get().releaseId());
            } else {
                faults.add(new Fault("/releases/" + i, "must be a release of one of the tools"));
            }
        }
        return found;
    }
}
