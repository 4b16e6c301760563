package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.alternative.Alternative;
import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.search.Facets;
import dev.toolverdicts.catalog.search.Facets.Facet;
import dev.toolverdicts.catalog.search.Facets.VoteFacet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/// What every page may weigh and must not contain.
class PageWeightTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/compare",
            "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b",
            "/compare/dify-vs-llama-4-scout-fine-tuning-toolkit-vs-mistral-3b",
            "/tool/mistral-3b",
            "/tool/mistral-3b/alternatives",
            "/category/developer-tools",
            "/category/developer-tools/alternatives",
            "/search",
            "/leaderboard",
            "/leaderboard/week/2026-W48",
            "/leaderboard/trending",
            "/panel",
            "/reviewer/builder",
            "/feeds",
            "/developers",
            "/dataset",
            "/privacy",
            "/terms",
            "/contact",
            "/tool/nothing");

    private static final Set<String> OF_OTHER_SERVICES = Set.of(
            "/weekly",
            "/how-ranking-works",
            "/my-votes",
            "/newsletter",
            "/newsletter/privacy",
            "/api/v1/openapi.json",
            "/feeds/weekly.atom",
            "/feeds/weekly.json");

    @Test
    void theStylesheetStaysUnderTwentyKilobytesAndTheScriptUnderFifteen() throws IOException {
        assertThat(asset("site.css").length).isLessThan(20_000);
        assertThat(asset("site.js").length).isLessThan(15_000);
    }

    /// Slow processors spend most of a page's time on its layout: lines are balanced where it
    /// shows, and rows that nobody sees yet are not laid out.
    @Test
    void theLayoutOfALongPageIsCheap() throws IOException {
        String styles = new String(asset("site.css"), StandardCharsets.UTF_8);

        assertThat(styles)
                .contains(".sheet-table tbody tr,.lines>li{content-visibility:auto;contain-intrinsic-block-size:auto ")
                .doesNotContainPattern("(^|[,}\\s])(p|li|dd)(,[a-z0-9]+)*\\{[^}]*text-wrap:pretty");
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws IOException {
        assertThat(new String(asset("site.css"), StandardCharsets.UTF_8)).doesNotContain("url(", "@import", "http");
        assertThat(new String(asset("site.js"), StandardCharsets.UTF_8))
                .doesNotContain("https:", "innerHTML", "eval(", "document.write");
    }

    @Test
    void noPageHasScriptOrStyleInItself() throws Exception {
        try (Site site = new Site(pages())) {
            for (String address : PAGES) {
                String page = site.html(address);
                assertThat(page)
                        .as(address)
                        .doesNotContain(" style=\"", "<style", "javascript:")
                        .doesNotContainPattern("<script(?! defer src=\"/assets/| type=\"application/ld\\+json\")")
                        .doesNotContainPattern(" on[a-z]+=\"")
                        .doesNotContain("th:", "xmlns");
                assertThat(page).as(address).contains("<link rel=\"stylesheet\" href=\"/assets/site.css?v=");
            }
        }
    }

    @Test
    void everyPageSaysWhatItIs() throws Exception {
        try (Site site = new Site(pages())) {
            for (String address : PAGES) {
                String page = site.html(address);
                assertThat(Html.count(page, "<title>")).as(address).isEqualTo(1);
                assertThat(Html.count(page, "<h1")).as(address).isEqualTo(1);
                assertThat(page)
                        .as(address)
                        .contains("<meta name=\"description\" content=\"", "<meta property=\"og:title\"")
                        .contains("https://verdicts.example" + (address.equals("/") ? "/" : address));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, home",
        "/compare, compare",
        "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b, compare",
        "/tool/mistral-3b, tool",
        "/category/developer-tools, category",
        "/leaderboard/week/2026-W48, leaderboard",
        "/panel, panel",
        "/reviewer/builder, reviewer",
        "/developers, developers",
        "/privacy, privacy",
        "/tool/nothing, missing",
    })
    void theSignUpFormNamesThePageItStandsOn(String address, String name) throws Exception {
        try (Site site = new Site(pages())) {
            assertThat(site.html(address))
                    .contains("action=\"/newsletter/subscribe\"", "name=\"source\" value=\"page:" + name + "\"");
        }
    }

    @Test
    void pagesLinkOnlyToPagesThatExist() throws Exception {
        try (Site site = new Site(pages())) {
            for (String address : PAGES) {
                List<String> links = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"")
                        .matcher(site.html(address))
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&").replaceFirst("#.*", ""))
                        .distinct()
                        // Pages of other services; the stories through the gateway open them.
                        .filter(link -> !OF_OTHER_SERVICES.contains(link))
                        .filter(link -> !link.endsWith("/votes"))
                        .filter(link -> !link.contains("/reviews/"))
                        .toList();
                for (String link : links) {
                    assertThat(site.open(link).getStatus())
                            .as(address + " → " + link)
                            .isEqualTo(200);
                }
            }
        }
    }

    static FixedPages pages() {
        FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());
        ToolCard dify = Samples.tool("dify", "Dify").card();
        pages.with(dify)
                .with(Samples.compare(List.of(dify, Samples.SCOUT, Samples.MISTRAL), List.of()))
                .with(Samples.compare(dify, Samples.SCOUT, List.of()))
                .with(Samples.compare(dify, Samples.MISTRAL, List.of()));
        for (String period : List.of("day", "week", "month", "all", "trending")) {
            pages.boards.with(Boards.of(period, Samples.SCOUT, Samples.MISTRAL));
        }
        pages.alternatives.put("mistral-3b", List.of(new Alternative(Samples.SCOUT, true, List.of("models"), 2)));
        pages.facets = new Facets(
                List.of(new Facet("developer-tools", 2)),
                List.of(new Facet("osi_open", 1), new Facet("open_weight_restricted", 1)),
                List.of(new Facet("Free", 2)),
                List.of(new Facet("ship", 2)),
                List.of(new VoteFacet(5, 1)));
        pages.near = List.of(new NearName("mistral-3b", "Mistral 3B"));
        pages.critics.addAll(List.of(
                Samples.BUILDER,
                Samples.critic(2, "skeptic", "The Skeptic", "Reality Check"),
                Samples.critic(3, "futurist", "The Futurist", "Big Picture"),
                Samples.critic(4, "founder", "The Founder", "Business Case")));
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.take("builder", "The Builder", "Developer Perspective", "ship", 91, "Fits a phone.")));
        return pages;
    }

    private static byte[] asset(String name) throws IOException {
        try (InputStream file = new ClassPathResource("static/assets/" + name).getInputStream()) {
            return file.readAllBytes();
        }
    }
}
