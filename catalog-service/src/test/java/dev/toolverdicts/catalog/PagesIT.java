package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages over the real read models; how they look is tested without them.
class PagesIT extends RunningService {

    private Api.Answer page(String path) {
        return api.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    @Test
    void whatThePanelAndTheVotersSayIsOnThePages() {
        String id = UUID.randomUUID().toString();
        Api.Added a = api.added(Draft.named("Page A <" + id + ">"));
        Api.Added b = api.added(Draft.named("Page B " + id));
        others.awaitApplied("catalog-critics", others.critic("builder.json", critic -> critic.put("version", 500)));
        others.awaitApplied("catalog-card-panels", others.mixedPanel(a.toolId(), 5));
        others.awaitApplied("catalog-card-panels", others.unanimousPanel(b.toolId(), 5));
        others.awaitApplied("catalog-card-tallies", others.tally(b.toolId(), 1, 9, 3));

        Api.Answer comparison = page("/compare/" + a.slug() + "-vs-" + b.slug());
        assertThat(comparison.status()).isEqualTo(200);
        assertThat(comparison.header("Content-Type")).startsWith("text/html");
        assertThat(comparison.text())
                .contains("Page A &lt;" + id, "Page B " + id, "The Builder", "Sample take: recipes that run.")
                .contains("Reviewer scorecard")
                .doesNotContain("Page A <" + id);
        assertThat(page("/tool/" + b.slug()).text()).contains("Page B " + id, "The Builder");
        assertThat(page("/category/developer-tools").text()).contains("Page B " + id);
        assertThat(page("/reviewer/builder").text()).contains("The Builder");
        assertThat(anyPageOf("/reviewer/builder", "Page B " + id)).isTrue();
    }

    /// Many samples are reviewed at the same time, and their order is nobody's.
    private boolean anyPageOf(String list, String words) {
        for (String path = list; path != null; path = next(page(path).text())) {
            if (page(path).text().contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String next(String list) {
        Matcher link =
                Pattern.compile("href=\"([^\"]*[?&](?:amp;)?cursor=[^\"]*)\"").matcher(list);
        return link.find() ? link.group(1).replace("&amp;", "&") : null;
    }

    @Test
    void threeToolsHaveAPageAndFilesWithTheirTimeAndSources() {
        String id = UUID.randomUUID().toString();
        Api.Added a = api.added(Draft.named("File A |" + id));
        Api.Added b = api.added(Draft.named("File B " + id));
        Api.Added c = api.added(Draft.named("=File C " + id));
        others.awaitApplied("catalog-card-panels", others.mixedPanel(a.toolId(), 5));
        String address = "/compare/" + a.slug() + "-vs-" + b.slug() + "-vs-" + c.slug();

        assertThat(page(address).text()).contains("class=\"wrap many n3\"", "File C " + id, "content=\"noindex\"");
        Api.Answer markdown = page(address + ".md");
        assertThat(markdown.header("Content-Type")).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(markdown.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(markdown.header("Content-Disposition")).startsWith("attachment; filename=\"");
        assertThat(markdown.text())
                .contains("| Decision | File A \\|" + id, "Sample take: recipes that run.", "## Sources");
        assertThat(api.get(address + ".md", "If-None-Match", markdown.header("ETag"))
                        .status())
                .isEqualTo(304);
        Api.Answer csv = page(address + ".csv");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.text()).contains(",\"'=File C " + id + "\"\r\n");
        Api.Answer json = page(address + ".json");
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.body().get("comparison"))
                .isEqualTo(api.get(address.replace("/compare/", "/api/v1/comparisons/"))
                        .body());
        assertThat(json.at("/address")).endsWith(address);
        assertThat(json.at("/sources/1/votes")).endsWith("/tool/" + b.slug() + "/votes");
    }

    @Test
    void aFileMovesWithItsPage() {
        Api.Added a = api.added(Draft.named("Move A " + UUID.randomUUID()));
        Api.Added b = api.added(Draft.named("Move B " + UUID.randomUUID()));

        Api.Answer reverse = page("/compare/" + b.slug() + "-vs-" + a.slug() + ".csv");
        assertThat(reverse.status()).isEqualTo(301);
        assertThat(reverse.header("Location")).endsWith("/compare/" + a.slug() + "-vs-" + b.slug() + ".csv");
        assertThat(reverse.response().headers().allValues("Cache-Control")).containsExactly("max-age=300");
        assertThat(page("/compare/" + a.slug() + "-vs-" + b.slug() + ".pdf").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "json, '*/*'",
        "json, text/html",
        "json, application/json",
        "md, text/markdown",
        "md, text/html",
        "csv, text/csv",
        "csv, 'text/html,application/xhtml+xml,*/*;q=0.8'"
    })
    void aMissingFileIsAProblemWhateverIsAccepted(String ending, String accepted) {
        Api.Answer missing = api.get("/compare/no-such-tool-vs-another." + ending, "Accept", accepted);

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(missing.at("/type")).endsWith("/comparison-not-found");
        assertThat(missing.at("/instance")).startsWith("/compare/");
    }

    @Test
    void anotherToolIsFoundByItsName() {
        String id = UUID.randomUUID().toString();
        Api.Added a = api.added(Draft.named("Add A " + id));
        Api.Added b = api.added(Draft.named("Add B " + id));
        Api.Added c = api.added(Draft.named("Add C " + id));
        String with = "/compare?with=" + a.slug() + "-vs-" + b.slug();

        assertThat(page(with + "&q=add%20c%20" + id).text())
                .contains("href=\"/compare/" + a.slug() + "-vs-" + b.slug() + "-vs-" + c.slug() + "\"")
                .contains("content=\"noindex\"");
        assertThat(page(with + "&q=%00").status()).isEqualTo(200);
        assertThat(page("/compare?with=%00-vs-x").status()).isEqualTo(404);
        assertThat(page("/compare?with=").status()).isEqualTo(404);
    }

    @Test
    void twoNamesLeadToTheirComparisonAlsoMisspelt() {
        Api.Added a = api.added(Draft.named("Quirkomatic"));
        Api.Added b = api.added(Draft.named("Zephyrlane Studio"));
        String comparison = "/compare/" + a.slug() + "-vs-" + b.slug();

        Api.Answer found = page("/compare?a=zephyrlone+studio&b=Quirkomatic");
        assertThat(found.status()).isEqualTo(303);
        assertThat(found.header("Location")).endsWith(comparison);
        assertThat(page("/search?q=quirkomatc+vs+zephyrlane+studio").text())
                .contains("href=\"" + comparison + "\">Compare Quirkomatic and Zephyrlane Studio</a>");
        assertThat(page("/compare?with=" + a.slug() + "&q=zephyrlone").text()).contains("href=\"" + comparison + "\"");
        assertThat(page("/compare?a=Quirkomatic&b=zzqqxxjj").text()).contains("No tool is called “zzqqxxjj”.");
        assertThat(page("/compare?a=%00&b=%27").status()).isEqualTo(200);
    }

    @Test
    void aBurstThatIsLookedIntoIsSaidOnThePage() {
        Api.Added tool = api.added(Draft.fresh());
        others.awaitApplied("catalog-card-tallies", others.tally(tool.toolId(), 1, 9, 3));
        assertThat(page("/tool/" + tool.slug()).text()).doesNotContain("unusual burst");
        others.awaitApplied("catalog-card-tallies", others.brigadedTally(tool.toolId(), 2, 9, 3));
        assertThat(page("/tool/" + tool.slug()).text()).contains("unusual burst");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/compare",
                "/panel",
                "/category/audio",
                "/feeds",
                "/dataset",
                "/developers",
                "/privacy",
                "/terms",
                "/contact"
            })
    void thePagesOfAQuietSiteAreThere(String path) {
        Api.Answer answer = page(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void whatProgramsReadIsThereForThemToo() {
        Api.Added tool = api.added(Draft.fresh());

        await().atMost(Duration.ofSeconds(70))
                .untilAsserted(() -> assertThat(api.get("/sitemaps/tools.xml").text())
                        .contains("/tool/" + tool.slug() + "</loc><lastmod>2"));
        assertThat(api.get("/sitemap.xml").text()).contains("<sitemapindex", "/sitemaps/tools.xml</loc><lastmod>2");
        Api.Answer sitemap = api.get("/sitemaps/tools.xml");
        assertThat(sitemap.header("Content-Type")).isEqualTo("application/xml;charset=UTF-8");
        assertThat(sitemap.response().headers().allValues("Cache-Control")).containsExactly("max-age=60, public");
        assertThat(api.get("/sitemaps/tools.xml", "If-None-Match", sitemap.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(api.get("/llms.txt").header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(api.get("/robots.txt").text()).contains("Sitemap: http");
        assertThat(api.get("/favicon.ico").header("Content-Type")).isIn("image/x-icon", "image/vnd.microsoft.icon");
    }

    @Test
    void otherAddressesLeadToTheCanonicalOne() {
        Draft draft = Draft.fresh();
        Api.Added a = api.added(draft);
        Api.Added b = api.added(Draft.named("A first one " + UUID.randomUUID()));

        Api.Answer reverse = page("/compare/" + a.slug() + "-vs-" + b.slug());
        assertThat(reverse.status()).isEqualTo(301);
        assertThat(reverse.header("Location")).endsWith("/compare/" + b.slug() + "-vs-" + a.slug());
        assertThat(reverse.header("Cache-Control")).contains("max-age=300");
        Api.Answer same = page("/compare/" + a.slug() + "-vs-" + a.slug());
        assertThat(same.status()).isEqualTo(301);
        assertThat(same.header("Location")).endsWith("/tool/" + a.slug());
        assertThat(page("/category/coding").header("Location")).endsWith("/category/developer-tools");
    }

    @ParameterizedTest
    @CsvSource({
        "/tool/no-such-tool, 404",
        "/compare/no-such-tool-vs-another, 404",
        "/compare/nothing, 404",
        "/tool/no-such-tool.json, 404",
        "/category/no-such-category, 404",
        "/reviewer/nobody, 404"
    })
    void whatIsNotThereSaysSoAsAPage(String path, int status) {
        Api.Answer answer = page(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%00", ""})
    void aPageWithABadCursorIsTheFirstOne(String cursor) {
        assertThat(page("/category/audio?cursor=" + cursor).status()).isEqualTo(200);
    }
}
