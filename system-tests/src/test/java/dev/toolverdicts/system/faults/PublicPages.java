package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Sample;
import java.util.List;
import java.util.Map;

/// One page of every public kind, by the service that makes it.
final class PublicPages {

    private static final Map<String, List<String>> OF_SERVICE = Map.of(
            "catalog-service",
            List.of(
                    "/",
                    "/search?q=mistrl",
                    "/search?q=nothing-has-this-name",
                    "/tool/" + Sample.MISTRAL,
                    "/tool/" + Sample.MISTRAL + "/alternatives",
                    Sample.SEED_PAGE,
                    "/compare/" + Sample.FIVE,
                    "/compare",
                    "/category/developer-tools",
                    "/category/developer-tools/alternatives",
                    "/leaderboard",
                    "/panel",
                    "/reviewer/builder",
                    "/feeds",
                    "/developers",
                    "/dataset",
                    "/privacy",
                    "/terms",
                    "/contact"),
            "review-service",
            List.of("/tool/" + Sample.MISTRAL + "/reviews/builder"),
            "vote-service",
            List.of("/how-ranking-works", "/tool/" + Sample.MISTRAL + "/votes", "/my-votes"),
            "newsletter-service",
            List.of("/weekly", "/newsletter", "/newsletter/privacy"));

    private PublicPages() {}

    static List<String> services() {
        return OF_SERVICE.keySet().stream().sorted().toList();
    }

    static List<String> all() {
        return OF_SERVICE.values().stream().flatMap(List::stream).toList();
    }

    static List<String> of(String service) {
        return OF_SERVICE.getOrDefault(service, List.of());
    }

    /// Of everybody else.
    static List<String> without(String service) {
        return all().stream().filter(page -> !of(service).contains(page)).toList();
    }

    /// Pages of every service that are made from its database each time. Of those that are not, some
    /// need none, some are kept for a minute anyway, and `/my-votes` is its visitor's own.
    static List<String> fromTheDatabase() {
        return List.of(
                "/",
                "/search?q=mistrl",
                "/tool/" + Sample.MISTRAL,
                "/tool/" + Sample.MISTRAL + "/alternatives",
                Sample.SEED_PAGE,
                "/compare/" + Sample.FIVE,
                "/compare",
                "/category/developer-tools",
                "/category/developer-tools/alternatives",
                "/leaderboard",
                "/panel",
                "/reviewer/builder",
                "/tool/" + Sample.MISTRAL + "/reviews/builder",
                "/tool/" + Sample.MISTRAL + "/votes",
                "/weekly");
    }

    /// What programs read of the site, of the catalog.
    static List<String> documents() {
        return List.of(
                "/sitemap.xml",
                "/sitemaps/tools.xml",
                "/robots.txt",
                "/llms.txt",
                "/feeds/verdicts.atom",
                "/feeds/changes.json",
                "/badge/" + Sample.MISTRAL + ".svg",
                "/tool/" + Sample.MISTRAL + ".md",
                Sample.SEED_PAGE + ".md",
                Sample.SEED_JSON);
    }
}
