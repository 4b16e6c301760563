package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.NodeList;

class DocumentsTest {

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);
    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.AS_OF);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    private static List<String> elements(String xml, String name) throws Exception {
        NodeList found = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
                .getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    /// The files that the index names and this service has, by their addresses.
    private static Map<String, String> files(Site site) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        for (String address : elements(site.html("/sitemap.xml"), "loc")) {
            if (!address.endsWith("/sitemaps/weekly.xml")) {
                files.put(address, site.html(address.replace("https://verdicts.example", "")));
            }
        }
        return files;
    }

    @Test
    void theIndexNamesAFileOfEachKindWithTheTimeOfItsLatestPage() throws Exception {
        pages.critics.add(Samples.BUILDER);
        pages.boards.with(Boards.of("week", Samples.SCOUT));
        try (Site site = new Site(pages)) {
            MockHttpServletResponse answer = site.open("/sitemap.xml");

            assertThat(answer.getContentType()).isEqualTo("application/xml;charset=UTF-8");
            assertThat(answer.getHeaders("Cache-Control")).containsExactly("max-age=60, public");
            assertThat(elements(answer.getContentAsString(), "loc"))
                    .containsExactly(
                            "https://verdicts.example/sitemaps/pages.xml",
                            "https://verdicts.example/sitemaps/categories.xml",
                            "https://verdicts.example/sitemaps/tools.xml",
                            "https://verdicts.example/sitemaps/comparisons.xml",
                            "https://verdicts.example/sitemaps/critics.xml",
                            "https://verdicts.example/sitemaps/leaderboards.xml",
                            "https://verdicts.example/sitemaps/weekly.xml");
            assertThat(answer.getContentAsString())
                    .contains("<loc>https://verdicts.example/sitemaps/tools.xml</loc><lastmod>%s</lastmod>"
                            .formatted(Samples.MISTRAL.asOf()));
            assertThat(site.open("/sitemaps/nothing.xml").getStatus()).isEqualTo(404);
        }
    }

    @Test
    void everyPageOfASitemapIsThereAndMayBeFound() throws Exception {
        pages.critics.add(Samples.BUILDER);
        pages.with(Samples.seed());
        for (String period : List.of("week", "all")) {
            pages.boards.with(Boards.of(period, Samples.SCOUT, Samples.MISTRAL));
        }
        try (Site site = new Site(pages)) {
            List<String> addresses = new ArrayList<>();
            for (String file : files(site).values()) {
                addresses.addAll(elements(file, "loc"));
            }
            assertThat(addresses).hasSizeGreaterThan(14).doesNotHaveDuplicates();
            for (String address : addresses) {
                assertThat(address).startsWith("https://verdicts.example/");
                String path = address.substring("https://verdicts.example".length());
                if (!List.of("/weekly", "/how-ranking-works").contains(path)) {
                    MockHttpServletResponse page = site.open(path);
                    assertThat(page.getStatus()).as(path).isEqualTo(200);
                    assertThat(page.getContentAsString())
                            .as(path)
                            .contains("<link rel=\"canonical\" href=\"" + address + "\">")
                            .doesNotContain("noindex");
                }
            }
        }
    }

    @Test
    void aTimeIsThatOfTheLastChangeOfWhatThePageShows() throws Exception {
        try (Site site = new Site(pages)) {
            Map<String, String> files = files(site);

            String time = "</loc><lastmod>" + Samples.AS_OF + "</lastmod>";
            assertThat(files.get("https://verdicts.example/sitemaps/tools.xml")).contains("/tool/mistral-3b" + time);
            assertThat(files.get("https://verdicts.example/sitemaps/comparisons.xml"))
                    .contains("/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b" + time);
            assertThat(files.get("https://verdicts.example/sitemaps/categories.xml"))
                    .contains("/category/developer-tools" + time, "/category/developer-tools/alternatives" + time);
            assertThat(files.get("https://verdicts.example/sitemaps/pages.xml"))
                    .contains("<loc>https://verdicts.example/privacy</loc></url>");
        }
    }

    @Test
    void aFileHoldsNoMoreThanItMay() throws Exception {
        Map<String, String> files =
                new Sitemaps(pages, pages.boards, new PageSettings(URI.create("https://verdicts.example")), 1).files();

        assertThat(Sitemaps.MOST).isEqualTo(50_000);
        assertThat(files.keySet()).contains("tools", "tools-2").doesNotContain("tools-3", "tools-1");
        files.forEach(
                (name, file) -> assertThat(Html.count(file, "<url>")).as(name).isEqualTo(name.isEmpty() ? 0 : 1));
        assertThat(files.get(Sitemaps.INDEX)).contains("/sitemaps/tools.xml<", "/sitemaps/tools-2.xml<");
    }

    @Test
    void theSitemapHoldsUsefulPairsAndNeverAllOfThem() throws Exception {
        pages.tools.clear();
        for (int i = 10; i < 40; i++) {
            pages.with(Samples.tool("tool-" + i, "Tool " + i).card());
        }
        pages.with(Samples.tool("midjourney", "Midjourney")
                .category("design-creative", "Design & Creative")
                .card());
        try (Site site = new Site(pages)) {
            String sitemap = String.join("", files(site).values());

            assertThat(Html.count(sitemap, "/compare/")).isEqualTo(8 * 7 / 2);
            assertThat(sitemap)
                    .doesNotContain("midjourney-vs-", "-vs-midjourney")
                    .doesNotContainPattern("-vs-[^<]*-vs-")
                    .doesNotContain(".md<", ".csv<", ".json<", "with=", "/search");
        }
    }

    @Test
    void aDocumentIsMadeOnceAMinute() throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), clock)) {
            String first = site.open("/sitemaps/tools.xml").getHeader("ETag");
            pages.tools.clear();

            assertThat(first).isNotNull();
            assertThat(site.open("/sitemaps/tools.xml").getHeader("ETag")).isEqualTo(first);
            now.set(Samples.AS_OF.plusSeconds(60));
            assertThat(site.open("/sitemaps/tools.xml").getStatus()).isEqualTo(404);
            assertThat(site.html("/sitemap.xml")).doesNotContain("/sitemaps/tools.xml");
        }
    }

    @Test
    void theGuideForProgramsLinksWhatThereIs() throws Exception {
        try (Site site = new Site(pages)) {
            assertThat(site.html("/llms.txt"))
                    .startsWith("# Tool Verdicts\n\n> ")
                    .contains("(https://verdicts.example/api/v1/openapi.json)")
                    .contains("- [Developer Tools](https://verdicts.example/category/developer-tools): 2 tools\n")
                    .contains("- [Mistral 3B](https://verdicts.example/tool/mistral-3b.md): ")
                    .contains("(https://verdicts.example/feeds)", "(https://verdicts.example/sitemap.xml)");
        }
    }

    @Test
    void robotsAreToldWhereTheSitemapIs() throws Exception {
        try (Site site = new Site(pages)) {
            assertThat(site.html("/robots.txt"))
                    .contains(
                            "Disallow: /api/\n",
                            "Disallow: /badge/\n",
                            "Sitemap: https://verdicts.example/sitemap.xml\n");
        }
    }
}
