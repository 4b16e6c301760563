package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What programs find through the front door: badges, feeds, lists of pages, Markdown and pictures.
class MachinesStoryIT {

    private static final Pattern LOC = Pattern.compile("<loc>([^<]+)</loc>");

    private final Visitor visitor = new Visitor();

    private HttpResponse<String> there(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private List<String> addresses(String list) {
        return LOC.matcher(there(list).body())
                .results()
                .map((MatchResult found) ->
                        found.group(1).replace(Stack.running().url(), ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/badge/" + Sample.MISTRAL + ".svg, image/svg+xml;charset=UTF-8, 'max-age=300, public'",
        "/og/site.png, image/png, 'max-age=300, public'",
        "/og/tool/" + Sample.MISTRAL + ".png, image/png, 'max-age=300, public'",
        "/og/compare/" + Sample.SCOUT + "-vs-" + Sample.MISTRAL + ".png, image/png, 'max-age=300, public'",
        "/feeds/verdicts.atom, application/atom+xml;charset=UTF-8, 'max-age=60, public'",
        "/feeds/changes.json, application/feed+json, 'max-age=60, public'",
        "/feeds/category/developer-tools.atom, application/atom+xml;charset=UTF-8, 'max-age=60, public'",
        "/feeds/critic/builder.json, application/feed+json, 'max-age=60, public'",
        "/sitemap.xml, application/xml;charset=UTF-8, 'max-age=60, public'",
        "/tool/" + Sample.MISTRAL + ".md, text/markdown;charset=UTF-8, no-cache",
        Sample.SEED_PAGE + ".md, text/markdown;charset=UTF-8, no-cache",
        "/weekly.md, text/markdown;charset=UTF-8, no-cache"
    })
    void eachIsThereWithItsTypeAndHowLongItMayBeKept(String path, String type, String kept) {
        HttpResponse<String> answer = there(path);

        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(header(answer, "Cache-Control")).isEqualTo(kept);
        assertThat(header(answer, "Set-Cookie")).as("counted without cookies").isEmpty();
        assertThat(header(answer, "ETag")).isNotEmpty();
        // Once more where it has become another in between.
        await().untilAsserted(() -> assertThat(new Visitor()
                        .with("If-None-Match", header(there(path), "ETag"))
                        .get(path)
                        .statusCode())
                .isEqualTo(304));
    }

    @Test
    void everyPageThatIsListedIsThereAndMayBeFound() {
        List<String> pages = new ArrayList<>();
        for (String list : addresses("/sitemap.xml")) {
            assertThat(list).startsWith("/sitemaps/");
            pages.addAll(addresses(list));
        }

        assertThat(pages)
                .doesNotHaveDuplicates()
                .contains("/", "/tool/" + Sample.MISTRAL, "/privacy", "/how-ranking-works")
                .as("which pairs is a matter of what critics have said in other stories by now")
                .anyMatch(page -> page.startsWith("/compare/"));
        // One of each kind, and one in seven besides.
        for (int i = 0; i < pages.size(); i += i < 12 ? 1 : 7) {
            assertThat(there(pages.get(i)).body()).as(pages.get(i)).doesNotContain("content=\"noindex\"");
        }
        assertThat(there("/robots.txt").body())
                .contains("Sitemap: " + Stack.running().url() + "/sitemap.xml");
    }

    @Test
    void whatTheGuideNamesIsThere() {
        String guide = there("/llms.txt").body();

        assertThat(guide).contains("/feeds", "/sitemap.xml", "/weekly.md").containsPattern("/tool/[a-z0-9-]+\\.md\\)");
        Pattern.compile("\\]\\(([^)]+)\\)")
                .matcher(guide)
                .results()
                .map(found -> found.group(1).replace(Stack.running().url(), ""))
                .limit(12)
                .filter(path -> !path.equals("/mcp")) // takes questions by POST alone
                .forEach(this::there);
        assertThat(visitor.get("/mcp").statusCode()).isEqualTo(405);
    }

    @Test
    void aTwinSaysWhereItsPageIsAndOfWhen() {
        HttpResponse<String> twin = there("/tool/" + Sample.MISTRAL + ".md");
        String page = Stack.running().url() + "/tool/" + Sample.MISTRAL;

        assertThat(header(twin, "Link")).isEqualTo("<" + page + ">; rel=\"canonical\"");
        assertThat(twin.body()).contains("- Page: <" + page + ">", "- As of: 20", "## Reviews");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tool/" + Sample.MISTRAL, Sample.SEED_PAGE})
    void structuredDataAndPreviewAreOnThePage(String path) {
        String page = there(path).body();

        String start = "<script type=\"application/ld+json\">";
        int from = page.indexOf(start) + start.length();
        JsonNode graph = Stack.JSON
                .readTree(page.substring(from, page.indexOf("</script>", from)))
                .path("@graph");
        assertThat(graph.get(0).path("@type").asString()).isEqualTo("SoftwareApplication");
        assertThat(graph.valueStream().map(node -> node.path("@type").asString()))
                .contains("BreadcrumbList");
        assertThat(page)
                .contains("<meta property=\"og:image\" content=\""
                        + Stack.running().url() + "/og/")
                .contains("type=\"text/markdown\"");
    }

    @Test
    void theExamplesForDevelopersWorkAsTheyStand() {
        String url = Stack.running().url();
        List<String> commands = Pattern.compile("<code>(curl .*?)</code>")
                .matcher(there("/developers").body())
                .results()
                .map(found -> found.group(1)
                        .replace("&#39;", "'")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&"))
                .toList();

        assertThat(commands).hasSizeGreaterThan(14).allMatch(command -> command.contains(url));
        for (String command : commands) {
            String path = command.replaceFirst(".*" + Pattern.quote(url) + "(/[^ ']*).*", "$1");
            if (command.contains("-X POST")) {
                HttpResponse<String> answer = visitor.post(path, command.replaceFirst(".* -d '(.*)'$", "$1"));
                // Nobody's token is on the page.
                assertThat(answer.statusCode()).as(command).isEqualTo(command.contains("$TOKEN") ? 401 : 200);
            } else if (!command.contains("-N")) {
                there(path);
            }
        }
    }

    @Test
    void aPageOfAnotherSiteMayReadAndNotVote() {
        Visitor page = new Visitor().with("Origin", "https://other.example").with("Sec-Fetch-Site", "cross-site");

        assertThat(header(page.get("/api/v1/tools/" + Sample.MISTRAL), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(header(page.get("/badge/" + Sample.MISTRAL + ".svg"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        HttpResponse<String> own = page.get("/api/v1/votes?tools=" + Sample.MISTRAL);
        HttpResponse<String> vote = page.put("/api/v1/tools/" + Sample.MISTRAL + "/vote", "{\"choice\": \"ship\"}");
        assertThat(header(own, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(vote.statusCode()).isEqualTo(403);
        assertThat(header(vote, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aBadgeLeadsToItsTool() {
        HttpResponse<String> click = visitor.get("/badge/" + Sample.MISTRAL);

        assertThat(click.statusCode()).isEqualTo(302);
        assertThat(header(click, "Location")).endsWith("/tool/" + Sample.MISTRAL);
        assertThat(there("/badge/" + Sample.MISTRAL + ".svg").body()).contains("Ship 4–0");
    }
}
