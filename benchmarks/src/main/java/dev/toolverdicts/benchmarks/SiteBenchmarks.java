package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every figure of the public pages at the size of a full catalog, beside ceiling, floor and goal.
final class SiteBenchmarks {

    private SiteBenchmarks() {}

    static void main(String[] words) throws IOException, InterruptedException {
        SiteSettings settings = settings(words);
        Path home = Path.of(System.getProperty("project.home"));
        String machine = SiteReport.machine(settings);
        System.out.println(machine);
        var verdicts = new ArrayList<Verdict>();
        try (var stack = stack(home, settings)) {
            Site site = SiteLoading.load(stack, settings);
            Map<String, List<String>> questions = Questions.of(settings.seed(), site.tools(), site.categories());
            verdicts.addAll(pages(site, questions));
            if (settings.rows().contains("sitemap")) {
                verdicts.addAll(new SitemapCheck(site).measure());
            }
            if (settings.rows().contains("freshness")) {
                verdicts.addAll(new FreshnessRow(site, questions.getOrDefault("compare-two", List.of())).measure());
            }
        }
        verdicts.forEach(verdict -> System.out.println(verdict.line()));
        Path result =
                settings.result().isEmpty() ? home.resolve("benchmarks/target/site.md") : Path.of(settings.result());
        new SiteReport(settings, verdicts).write(result, machine);
        System.out.println("written to " + result);
        System.exit(verdicts.stream().allMatch(Verdict::reachesFloor) ? 0 : 1);
    }

    private static SiteSettings settings(String[] words) {
        try {
            return SiteSettings.parse(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }

    private static Stack stack(Path home, SiteSettings settings) throws IOException {
        return settings.keep().isEmpty()
                ? Stack.start(home, List.of(), Stack.withoutLimits())
                : Stack.kept(home, Path.of(settings.keep()), Stack.withoutLimits());
    }

    /// All kinds that were asked for, with one ceiling for them all.
    private static List<Verdict> pages(Site site, Map<String, List<String>> questions)
            throws IOException, InterruptedException {
        var verdicts = new ArrayList<Verdict>();
        List<String> kinds = SiteSettings.PAGES.stream()
                .filter(site.settings().rows()::contains)
                .toList();
        if (kinds.isEmpty()) {
            return verdicts;
        }
        Map<String, List<String>> answered = new HashMap<>();
        for (String kind : kinds) {
            answered.put(kind, answered(site, questions.getOrDefault(kind, List.of())));
        }
        Path all = Files.write(
                site.stack().file("addresses.txt"),
                answered.values().stream().flatMap(List::stream).distinct().toList());
        int backend = Ports.free();
        int ceiling = Ports.free();
        String catalog = Integer.toString(site.stack().port("catalog-service"));
        try (var _ = OwnJvm.of(RecordedPages.class, Integer.toString(backend), catalog, all.toString());
                var _ = ThroughGateway.before(
                        backend,
                        ceiling,
                        site.stack(),
                        Map.of("CATALOG_SERVICE_URLS", "http://127.0.0.1:" + backend, "GATEWAY_SHORTWAY_PAGES", ""))) {
            for (String kind : kinds) {
                List<String> addresses = answered.getOrDefault(kind, List.of());
                verdicts.addAll(PageRow.of(kind, addresses).measure(site, ceiling));
                if (kind.equals("search")) {
                    verdicts.addAll(new SearchCheck(site, addresses).measure());
                }
            }
        }
        return verdicts;
    }

    /// The load generator takes a redirect for an answer.
    ///
    /// @return the same
    private static List<String> answered(Site site, List<String> addresses) {
        for (String address : addresses) {
            int status = site.gateway().send("GET", address, "").statusCode();
            if (status != 200) {
                throw new IllegalStateException("no figure: " + address + " answered " + status);
            }
        }
        return addresses;
    }
}
