package dev.toolverdicts.newsletter.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Markup;
import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.SentIssues;
import dev.toolverdicts.platform.test.TestTokens;
import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ArchiveIT extends NewsletterInfrastructure {

    private SentIssues sent;

    @BeforeEach
    void issues() {
        sent = new SentIssues(jdbc);
    }

    @Test
    void anIssueHasAPageWithItsNeighboursAndNobodysName() {
        String first = sent.issue("Older & <b>bold</b>", "Hello.\n\nTwo paragraphs.");
        String second = sent.issue("Middle", "");
        String third = sent.issue("Newer", "");

        var page = get("/weekly/" + second);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains(
                        "<h1>Middle</h1>",
                        "href=\"/weekly/" + first + "\"",
                        "href=\"/weekly/" + third + "\"",
                        "<link rel=\"canonical\" href=\"http://localhost:8080/weekly/" + second + "\">",
                        "/feeds/weekly.atom",
                        "/tool/sample-tool",
                        "Sample &lt;Tool&gt;",
                        "The editor&#39;s note")
                .doesNotContain("secret-author", "secret-approver", "{{", "unsubscribe_url", "dropped-tool");
        assertThat(get("/weekly/" + first).body())
                .contains(
                        "Older &amp; &lt;b&gt;bold&lt;/b&gt;",
                        "<p class=\"lead\">Hello.</p>",
                        "<p class=\"lead\">Two paragraphs.</p>")
                .doesNotContain("<b>bold</b>");
    }

    @Test
    void theArchiveListsIssuesNewestFirst() {
        String older = sent.issue("Older", "");
        String newer = sent.issue("Newer", "");
        assertThat(get("/weekly").body())
                .containsSubsequence("Past issues", "/weekly/" + newer, "/weekly/" + older)
                .contains("this week", "/feeds/weekly.json");
        assertThat(get("/weekly?before=" + newer).body())
                .contains("/weekly/" + older)
                .doesNotContain("\"/weekly/" + newer);
        assertThat(get("/weekly?before=nonsense").statusCode()).isEqualTo(200);
    }

    /// What an issue leaves out counts as told: only what came after it is promised.
    @Test
    void onceTheWeeksIssueIsOutThePagePromisesWhatCameAfterIt() {
        assertThat(get("/weekly").body()).contains("What this week's issue will tell");
        String week = sent.issue("Of this week", "");
        rename(week, "2026-W48");
        try {
            assertThat(get("/weekly").body())
                    .contains("<a href=\"/weekly/2026-W48\">This week's issue</a> is out;"
                            + " what has happened since it was drafted comes with the next.")
                    .doesNotContain("What this week's issue will tell");
        } finally {
            rename("2026-W48", week);
        }
    }

    private void rename(String week, String other) {
        jdbc.sql("UPDATE issue SET iso_week = :other WHERE iso_week = :week")
                .param("week", week)
                .param("other", other)
                .update();
    }

    @Test
    void aDraftHasNoPage() {
        String week = sent.draft("A draft");
        var missing = get("/weekly/" + week);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("name=\"source\" value=\"page:missing\"");
        assertThat(Markup.faults(missing.body())).isEmpty();
        assertThat(get("/weekly").body()).doesNotContain(week);
        assertThat(get("/feeds/weekly.atom").body()).doesNotContain(week);
    }

    @Test
    void aCorrectionIsToldOnPageFeedsAndByTheApi() {
        String week = sent.issue("With a mistake", "");
        String path = "/api/v1/newsletter/issues/" + sent.idOf(week);
        String before = get(path).headers().firstValue("ETag").orElseThrow();
        var answer = postJson(
                path + "/corrections",
                "{\"note\": \"It was 3 of 4, not 4 of 4 & <i>sorry</i>.\"}",
                "Authorization",
                TestTokens.bearer("newsletter"));
        assertThat(answer.statusCode()).isEqualTo(202);

        String note = "It was 3 of 4, not 4 of 4 &amp; &lt;i&gt;sorry&lt;/i&gt;.";
        assertThat(get("/weekly/" + week).body()).contains("Corrected", note);
        assertThat(json(get("/feeds/weekly.json")).get("items").findValuesAsString("content_html"))
                .anySatisfy(html -> assertThat(html).contains(note));
        assertThat(json(get(path)).at("/corrections/0/note").stringValue()).contains("3 of 4");
        assertThat(get(path).headers().firstValue("ETag").orElseThrow()).isNotEqualTo(before);

        var draft = postJson(
                "/api/v1/newsletter/issues/" + sent.idOf(sent.draft("A draft")) + "/corrections",
                "{\"note\": \"early\"}",
                "Authorization",
                TestTokens.bearer("newsletter"));
        assertThat(draft.statusCode()).isEqualTo(409);
        assertThat(json(draft).get("type").stringValue()).endsWith("/not-sent-yet");
    }

    @Test
    void theAtomFeedIsWellFormedAndHasTheWholeText() throws Exception {
        String week = sent.issue("Feed & <title> \u0007 end", "");
        var answer = get("/feeds/weekly.atom");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        Document feed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var atom = "http://www.w3.org/2005/Atom";
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo(atom);
        var entry = feed.getElementsByTagNameNS(atom, "entry").item(0);
        assertThat(entry.getTextContent())
                .contains("Feed & <title>  end", "http://localhost:8080/weekly/" + week, "http://localhost:8080/tool/")
                .doesNotContain("secret-author", "{{");
        for (var name : java.util.List.of("id", "title", "updated", "link", "author")) {
            assertThat(feed.getElementsByTagNameNS(atom, name).getLength())
                    .as(name)
                    .isPositive();
        }
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/feeds/weekly.atom", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void anIssueIsThereAsMarkdownWithItsTimeAndItsPage() {
        String older = sent.issue("Older", "");
        String week = sent.issue("An *issue* [of] ours", "Hello.\n\n# Two paragraphs.");
        var answer = get("/weekly/" + week + ".md");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/markdown;charset=UTF-8");
        assertThat(answer.headers().firstValue("Link"))
                .contains("<http://localhost:8080/weekly/" + week + ">; rel=\"canonical\"");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(answer.body())
                .startsWith("# An \\*issue\\* \\[of\\] ours\n\n- Page: <http://localhost:8080/weekly/" + week + ">\n")
                .contains("\n- As of: 2", "\n\nHello.\n\n\\# Two paragraphs.\n", "\n## Changed verdicts\n\n")
                .contains("""
                        - [Sample \\<Tool\\>](http://localhost:8080/tool/sample-tool): Ship to Mixed, 2 ship / 2 skip
                          Sample tagline
                          *The editor's note*
                        """)
                .contains("Previous: <http://localhost:8080/weekly/" + older + ".md>")
                .doesNotContain("secret-author", "{{", "dropped-tool");
        assertThat(get("/weekly/" + week).body())
                .contains(
                        "<link rel=\"alternate\" type=\"text/markdown\" title=\"This page as Markdown\" href=\"/weekly/"
                                + week + ".md\">");
        assertThat(get("/weekly.md").body())
                .startsWith("# Weekly AI Tool Verdicts\n\n- Page: <http://localhost:8080/weekly>\n")
                .contains("(http://localhost:8080/weekly/" + week + ".md)");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/weekly/" + week + ".md", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("/weekly/" + sent.draft("A draft") + ".md").statusCode()).isEqualTo(404);
        assertThat(get("/weekly/nonsense.md").statusCode()).isEqualTo(404);
    }

    @Test
    void theSitemapHasSentIssuesWithTheirLastChange() throws Exception {
        String week = sent.issue("Listed", "");
        String draft = sent.draft("A draft");
        jdbc.sql("UPDATE issue SET started_at = '2026-11-23T08:00:00Z' WHERE iso_week = :week")
                .param("week", week)
                .update();
        assertThat(lastModified(week)).isEqualTo("2026-11-23T08:00:00Z");

        postJson(
                "/api/v1/newsletter/issues/" + sent.idOf(week) + "/corrections",
                "{\"note\": \"It was 3 of 4.\"}",
                "Authorization",
                TestTokens.bearer("newsletter"));

        assertThat(lastModified(week)).isEqualTo(NOW.toString());
        var answer = get("/sitemaps/weekly.xml");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml;charset=UTF-8");
        assertThat(answer.body()).doesNotContain(draft);
    }

    private String lastModified(String week) throws Exception {
        var urls = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        get("/sitemaps/weekly.xml").body().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getElementsByTagName("url");
        for (int i = 0; i < urls.getLength(); i++) {
            var children = urls.item(i).getChildNodes();
            if (children.item(0).getTextContent().equals("http://localhost:8080/weekly/" + week)) {
                return children.item(1).getTextContent();
            }
        }
        throw new AssertionError("not listed: " + week);
    }

    @Test
    void ofAToolThatWasTakenDownSinceNothingIsShown() {
        String week = sent.issue("Of Sample <Tool>", "Hello.\n\nSample <Tool> is new.");
        String path = "/api/v1/newsletter/issues/" + sent.idOf(week);
        assertThat(get("/weekly/" + week).body()).contains("/tool/sample-tool", "Sample tagline");
        jdbc.sql("""
                        INSERT INTO digest_tool (tool_id, version, slug, name, tagline, category, status, created_at,
                                                 pricing_text, pricing_since, updated_at, taken_down)
                        SELECT tool_id, 1, 'gone-' || tool_id, 'Sample <Tool>', 'Sample tagline', 'developer-tools', 'active',
                            now(), 'Free', now(), now(), true
                        FROM issue_entry WHERE issue_id = :issue AND NOT dropped
                        """).param("issue", sent.idOf(week)).update();

        for (String address : java.util.List.of("/weekly/" + week, "/weekly/" + week + ".md", path)) {
            assertThat(get(address).body())
                    .as(address)
                    .contains("Hello.")
                    .doesNotContain("sample-tool", "Sample tagline", "Sample <", "Sample &lt;", "Sample \\<");
        }
        assertThat(get("/weekly/" + week).body()).contains("One entry was taken down.", "<h1>" + week + "</h1>");
        assertThat(get("/weekly/" + week + ".md").body()).contains("One entry was taken down.");
        var item = json(get("/feeds/weekly.json")).at("/items/0");
        assertThat(item.get("title").stringValue()).isEqualTo(week);
        assertThat(item.get("content_html").stringValue())
                .contains("One entry was taken down.")
                .doesNotContain("sample-tool", "Sample");
        assertThat(get("/weekly").body()).doesNotContain("Of Sample &lt;Tool&gt;");
    }

    @Test
    void theJsonFeedHasWhatTheFormatAsks() {
        String week = sent.issue("JSON", "");
        var answer = get("/feeds/weekly.json");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/feed+json");
        var feed = json(answer);
        assertThat(feed.get("version").stringValue()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("title").isString()).isTrue();
        assertThat(feed.at("/items/0/id").stringValue()).isEqualTo("http://localhost:8080/weekly/" + week);
        assertThat(feed.at("/items/0/content_html").stringValue()).contains("<h2>");
        assertThat(feed.at("/items/0/date_published").stringValue()).endsWith("Z");
    }
}
