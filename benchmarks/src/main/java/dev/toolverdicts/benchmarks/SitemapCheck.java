package dev.toolverdicts.benchmarks;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Whether the index of the site's pages leads to exactly those that there are, and a sample of them is there.
record SitemapCheck(Site site) {

    private static final Pattern LOCATION = Pattern.compile("<loc>([^<]+)</loc>");
    private static final Pattern COMPARISON = Pattern.compile("href=\"(/compare/[a-z0-9-]+-vs-[a-z0-9-]+)\"");
    private static final Set<String> OTHERS = Set.of(
            "/",
            "/compare",
            "/panel",
            "/weekly",
            "/how-ranking-works",
            "/feeds",
            "/developers",
            "/dataset",
            "/privacy",
            "/terms",
            "/contact");
    private static final int SAMPLE = 300;
    private static final int MOST_IN_A_FILE = 50_000;
    private static final int NAMED = 5;

    /// Each list is kept for a minute.
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

    /// @param wrong what is missing, foreign or twice
    private record Listed(Set<String> all, int files, List<String> wrong) {}

    List<Verdict> measure() {
        long began = System.nanoTime();
        Listed listed = look();
        while (!listed.wrong().isEmpty() && System.nanoTime() - began < PATIENCE) {
            LockSupport.parkNanos(PAUSE);
            listed = look();
        }
        listed.wrong().stream().limit(NAMED).forEach(wrong -> System.out.println("  sitemap: " + wrong));
        List<String> absent = absent(listed.all());
        absent.stream().limit(NAMED).forEach(address -> System.out.println("  sitemap: not answered 200: " + address));
        String of = "%,d addresses in %d files".formatted(listed.all().size(), listed.files());
        return List.of(
                Verdict.atMost(
                        "sitemap", "missing, foreign or twice", listed.wrong().size(), 0, 0, of),
                Verdict.atMost("sitemap", "of a sample not answered 200", absent.size(), 0, 0, of));
    }

    private Listed look() {
        var wrong = new ArrayList<String>();
        Set<String> all = new HashSet<>();
        List<String> files = addresses("/sitemap.xml");
        for (String file : files) {
            List<String> listed = addresses(file);
            if (listed.size() > MOST_IN_A_FILE) {
                wrong.add("too many in " + file);
            }
            listed.stream().filter(address -> !all.add(address)).forEach(address -> wrong.add("twice: " + address));
        }
        Set<String> due = due();
        // What other pages there are, no list tells; these are all asked for.
        all.stream().filter(SitemapCheck::isOfItsOwn).forEach(due::add);
        due.stream().filter(address -> !all.contains(address)).forEach(address -> wrong.add("missing: " + address));
        all.stream().filter(address -> !due.contains(address)).forEach(address -> wrong.add("foreign: " + address));
        return new Listed(all, files.size(), wrong);
    }

    private List<String> addresses(String file) {
        return LOCATION.matcher(page(file))
                .results()
                .map(found -> URI.create(found.group(1)).getPath())
                .toList();
    }

    private String page(String path) {
        HttpResponse<String> answer = site.gateway().send("GET", path, "");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /// What the API and the page of comparisons say there is.
    private Set<String> due() {
        Api api = site.gateway();
        Set<String> due = new HashSet<>(OTHERS);
        Site.cards(api).forEach(card -> due.add("/tool/" + text(card, "slug")));
        for (JsonNode category : Site.all(api, "/api/v1/categories?limit=100", "categories", each -> each)) {
            long tools = category.path("tools").asLong();
            String path = "/category/" + text(category, "key");
            if (tools > 0) {
                due.add(path);
            }
            if (tools > 1) {
                due.add(path + "/alternatives");
            }
        }
        due.addAll(Site.all(api, "/api/v1/critics?limit=100", "critics", each -> "/reviewer/" + text(each, "key")));
        due.addAll(Site.all(api, "/api/v1/leaderboards?limit=100", "leaderboards", SitemapCheck::board));
        due.addAll(Site.all(
                api, "/api/v1/newsletter/issues?limit=100", "issues", each -> "/weekly/" + text(each, "isoWeek")));
        COMPARISON.matcher(page("/compare")).results().forEach(found -> due.add(found.group(1)));
        return due;
    }

    private static String board(JsonNode board) {
        String period = text(board, "period");
        String key = text(board, "key");
        return "/leaderboard/" + (period.equals(key) ? period : period + "/" + key);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    /// Such as `/panel`.
    private static boolean isOfItsOwn(String address) {
        return address.lastIndexOf('/') == 0;
    }

    private List<String> absent(Set<String> all) {
        List<String> some = new ArrayList<>(new TreeSet<>(all));
        Collections.shuffle(some, new SplittableRandom(site.settings().seed()));
        return Stream.concat(
                        some.stream().filter(SitemapCheck::isOfItsOwn),
                        some.stream().filter(address -> !isOfItsOwn(address)).limit(SAMPLE))
                .filter(address -> site.gateway().send("GET", address, "").statusCode() != 200)
                .toList();
    }
}
