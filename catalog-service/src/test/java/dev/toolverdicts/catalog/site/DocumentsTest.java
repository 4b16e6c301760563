package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DocumentsTest {

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);
    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.AS_OF);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void theSitemapHoldsToolsCategoriesAndComparisonsAtTheCanonicalAddress() throws Exception {
        try (Site site = new Site(pages)) {
            MockHttpServletResponse answer = site.open("/sitemap.xml");

            assertThat(answer.getContentType()).isEqualTo("application/xml;charset=UTF-8");
            assertThat(answer.getHeaders("Cache-Control")).containsExactly("max-age=60, public");
            assertThat(answer.getContentAsString())
                    .contains("<loc>https://verdicts.example/</loc>", "<loc>https://verdicts.example/panel</loc>")
                    .contains("<loc>https://verdicts.example/category/developer-tools</loc>")
                    .contains("<loc>https://verdicts.example/category/developer-tools/alternatives</loc>")
                    .doesNotContain("/search")
                    .contains("<loc>https://verdicts.example/tool/mistral-3b</loc><lastmod>%s</lastmod>"
                            .formatted(Samples.MISTRAL.asOf()))
                    .contains("/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b</loc><lastmod>2");
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new java.io.ByteArrayInputStream(answer.getContentAsByteArray()))
                            .getElementsByTagName("url")
                            .getLength())
                    .isEqualTo(8);
        }
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
            String sitemap = site.html("/sitemap.xml");

            assertThat(Html.count(sitemap, "/compare/")).isEqualTo(8 * 7 / 2);
            assertThat(sitemap)
                    .doesNotContain("midjourney-vs-", "-vs-midjourney")
                    .doesNotContainPattern("-vs-[^<]*-vs-")
                    .doesNotContain(".md<", ".csv<", ".json<", "with=");
        }
    }

    @Test
    void aDocumentIsMadeOnceAMinute() throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), clock)) {
            String first = site.open("/sitemap.xml").getHeader("ETag");
            pages.tools.clear();

            assertThat(site.open("/sitemap.xml").getHeader("ETag")).isEqualTo(first);
            now.set(Samples.AS_OF.plusSeconds(60));
            assertThat(site.open("/sitemap.xml").getHeader("ETag")).isNotEqualTo(first);
            assertThat(site.html("/sitemap.xml")).doesNotContain("/tool/");
        }
    }

    @Test
    void theGuideForProgramsLinksWhatThereIs() throws Exception {
        try (Site site = new Site(pages)) {
            assertThat(site.html("/llms.txt"))
                    .startsWith("# Tool Verdicts\n\n> ")
                    .contains("(https://verdicts.example/api/v1/openapi.json)")
                    .contains("- [Developer Tools](https://verdicts.example/category/developer-tools): 2 tools\n")
                    .contains("- [Mistral 3B](https://verdicts.example/tool/mistral-3b): ");
        }
    }

    @Test
    void robotsAreToldWhereTheSitemapIs() throws Exception {
        try (Site site = new Site(pages)) {
            assertThat(site.html("/robots.txt"))
                    .contains("Disallow: /api/\n", "Sitemap: https://verdicts.example/sitemap.xml\n");
        }
    }
}
