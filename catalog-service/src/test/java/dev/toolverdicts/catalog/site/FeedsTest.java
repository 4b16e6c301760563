package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.Citation;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.verdict.VerdictChange;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Feeds as RFC 4287 and JSON Feed 1.1 have them.
class FeedsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);
    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.AS_OF);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    FeedsTest() {
        pages.critics.add(Samples.BUILDER);
        change(1, Samples.MISTRAL, null, THEN.plusSeconds(60));
        change(2, Samples.SCOUT, "skip", THEN);
    }

    private void change(long id, ToolCard tool, @Nullable String before, Instant since) {
        pages.changes.add(new VerdictChange(new UUID(0, id), tool, before, since));
    }

    private MockHttpServletResponse open(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.open(address);
        }
    }

    private Element atom(String address) throws Exception {
        MockHttpServletResponse answer = open(address);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/atom+xml;charset=UTF-8");
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.getContentAsByteArray()))
                .getDocumentElement();
    }

    private JsonNode json(String address) throws Exception {
        MockHttpServletResponse answer = open(address);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/feed+json");
        return JsonMapper.builder().build().readTree(answer.getContentAsByteArray());
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        NodeList all = parent.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element child && child.getLocalName().equals(name)) {
                assertThat(child.getNamespaceURI()).isEqualTo(ATOM);
                found.add(child);
            }
        }
        return found;
    }

    private static String only(Element parent, String name) {
        List<Element> found = children(parent, name);
        assertThat(found).as(name).hasSize(1);
        return found.getFirst().getTextContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdicts", "changes", "category/developer-tools", "critic/builder"})
    void anAtomFeedHasWhatTheFormatAsks(String name) throws Exception {
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.take("builder", "The Builder", "Developer Perspective", "ship", 91, "Fits a phone.")));
        Element feed = atom("/feeds/" + name + ".atom");

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(only(feed, "title")).endsWith("Tool Verdicts");
        assertThat(URI.create(only(feed, "id")).isAbsolute()).isTrue();
        assertThat(children(feed, "author")).hasSize(1);
        assertThat(children(feed, "link"))
                .extracting(link -> link.getAttribute("rel") + " " + link.getAttribute("type"))
                .containsExactly("self application/atom+xml", "alternate text/html");
        assertThat(children(feed, "link").getFirst().getAttribute("href"))
                .isEqualTo("https://verdicts.example/feeds/" + name + ".atom");
        List<Element> entries = children(feed, "entry");
        assertThat(entries).isNotEmpty();
        assertThat(entries).extracting(entry -> only(entry, "id")).doesNotHaveDuplicates();
        for (Element entry : entries) {
            assertThat(only(entry, "title")).isNotBlank();
            assertThat(only(entry, "id")).startsWith("urn:uuid:");
            assertThat(Instant.parse(only(entry, "published"))).isBeforeOrEqualTo(only(entry, "updated"));
            assertThat(children(entry, "link").getFirst().getAttribute("href"))
                    .startsWith("https://verdicts.example/tool/");
            assertThat(children(entry, "content").getFirst().getAttribute("type"))
                    .isEqualTo("html");
        }
        assertThat(only(feed, "updated"))
                .isEqualTo(entries.stream()
                        .map(entry -> only(entry, "updated"))
                        .max(String::compareTo)
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdicts", "changes", "category/developer-tools"})
    void aJsonFeedHasTheSame(String name) throws Exception {
        JsonNode feed = json("/feeds/" + name + ".json");

        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asString()).isNotBlank();
        assertThat(feed.path("feed_url").asString()).isEqualTo("https://verdicts.example/feeds/" + name + ".json");
        assertThat(feed.path("home_page_url").asString()).startsWith("https://verdicts.example/");
        List<Element> entries = children(atom("/feeds/" + name + ".atom"), "entry");
        assertThat(feed.path("items")).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
            JsonNode item = feed.path("items").get(i);
            assertThat(item.path("id").asString()).isEqualTo(only(entries.get(i), "id"));
            assertThat(item.path("title").asString()).isEqualTo(only(entries.get(i), "title"));
            assertThat(item.path("content_html").asString()).isEqualTo(only(entries.get(i), "content"));
            assertThat(Instant.parse(item.path("date_published").asString()))
                    .isEqualTo(only(entries.get(i), "published"));
        }
    }

    @Test
    void newAndChangedVerdictsAreToldApart() throws Exception {
        assertThat(titles("verdicts")).containsExactly("Mistral 3B: Ship");
        assertThat(titles("changes")).containsExactly("Llama 4 Scout Fine-Tuning Toolkit: Ship, was Skip");
        assertThat(titles("category/developer-tools")).hasSize(2);
        assertThat(json("/feeds/changes.json").at("/items/0/content_html").asString())
                .contains("<strong>Ship</strong>, was Skip: 3 ship / 1 skip from 4 of 7 critics.")
                .contains("href=\"https://verdicts.example/tool/llama-4-scout-fine-tuning-toolkit\"");
    }

    private List<String> titles(String name) throws Exception {
        return json("/feeds/" + name + ".json")
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    @Test
    void aFeedOfACategoryHasNoOthers() throws Exception {
        ToolCard elsewhere = Samples.tool("midjourney", "Midjourney")
                .category("design-creative", "Design & Creative")
                .panel(4, 0, "ship")
                .card();
        pages.with(elsewhere);
        change(3, elsewhere, null, THEN);

        assertThat(titles("category/design-creative")).containsExactly("Midjourney: Ship");
        assertThat(titles("category/developer-tools")).doesNotContain("Midjourney: Ship");
        assertThat(only(atom("/feeds/category/design-creative.atom"), "title"))
                .isEqualTo("Design & Creative verdicts · Tool Verdicts");
    }

    @Test
    void anItemStaysTheSameWhenItsToolMoves() throws Exception {
        String before = json("/feeds/verdicts.json").at("/items/0/id").asString();
        pages.changes.clear();
        change(
                1,
                Samples.tool("mistral-3b-renamed", "Mistral")
                        .panel(4, 0, "ship")
                        .card(),
                null,
                THEN.plusSeconds(60));

        assertThat(json("/feeds/verdicts.json").at("/items/0/id").asString()).isEqualTo(before);
    }

    @Test
    void aTakeStaysTheSameItemWhenItsToolMoves() throws Exception {
        Take take = Samples.take("builder", "The Builder", "Developer Perspective", "ship", 91, "Fits a phone.");
        pages.takes.put("mistral-3b", List.of(take));
        String before = json("/feeds/critic/builder.json").at("/items/0/id").asString();
        pages.tools.set(
                pages.tools.indexOf(Samples.MISTRAL),
                Samples.tool("mistral-3b-renamed", "Mistral")
                        .panel(4, 0, "ship")
                        .card());
        pages.takes.put("mistral-3b-renamed", List.of(take));

        JsonNode after = json("/feeds/critic/builder.json").at("/items/0");
        assertThat(after.path("url").asString()).endsWith("/tool/mistral-3b-renamed");
        assertThat(after.path("id").asString()).isEqualTo(before);
    }

    @Test
    void aVerdictThatTurnsTwiceIsTwoItems() throws Exception {
        String first = json("/feeds/changes.json").at("/items/0/id").asString();
        pages.changes.removeLast();
        change(2, Samples.SCOUT, "mixed", THEN.plusSeconds(1));

        assertThat(json("/feeds/changes.json").at("/items/0/id").asString()).isNotEqualTo(first);
    }

    @Test
    void aCriticsRevisedTakeComesAgainAsTheSameItem() throws Exception {
        Take first = Samples.take("builder", "The Builder", "Developer Perspective", "ship", 91, "One.\n\nTwo <b>.");
        pages.takes.put("mistral-3b", List.of(first));
        JsonNode before = json("/feeds/critic/builder.json").at("/items/0");
        pages.takes.put(
                "mistral-3b",
                List.of(new Take(
                        first.criticKey(),
                        first.criticName(),
                        first.criticRole(),
                        "skip",
                        40,
                        "Changed my mind, see[^1].",
                        false,
                        "ai_persona",
                        null,
                        null,
                        List.of(new Citation(1, "https://example.org/notes", "Sample notes")),
                        2,
                        first.publishedAt(),
                        first.revisedAt().plusSeconds(5),
                        null,
                        "ship",
                        first.revisedAt().plusSeconds(5),
                        null,
                        null,
                        null)));
        JsonNode after = json("/feeds/critic/builder.json").at("/items/0");

        assertThat(before.path("title").asString()).isEqualTo("Mistral 3B: Ship, 91/100");
        assertThat(before.path("content_html").asString())
                .contains("<blockquote><p>One.</p>\n<p>Two &lt;b&gt;.</p></blockquote>", "AI persona · sample");
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("title").asString()).isEqualTo("Mistral 3B: Skip, 40/100");
        assertThat(after.path("content_html").asString())
                .contains("<blockquote><p>Changed my mind, see[1].</p></blockquote>");
        assertThat(Instant.parse(after.path("date_modified").asString()))
                .isAfter(before.path("date_modified").asString());
    }

    @Test
    void whatEditorsWroteStaysText() throws Exception {
        pages.changes.clear();
        ToolCard odd = Samples.tool("odd", "A & <b>\"B\"</b> ]]> \uFFFE")
                .tagline("<script>alert(1)</script>")
                .panel(4, 0, "ship")
                .card();
        change(9, odd, null, THEN);

        Element entry = children(atom("/feeds/verdicts.atom"), "entry").getFirst();
        assertThat(only(entry, "title")).isEqualTo("A & <b>\"B\"</b> ]]> : Ship");
        assertThat(only(entry, "content"))
                .contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")
                .doesNotContain("<script>");
    }

    @Test
    void aFeedWithoutNewsIsStillOne() throws Exception {
        pages.changes.clear();

        Element feed = atom("/feeds/verdicts.atom");
        assertThat(children(feed, "entry")).isEmpty();
        assertThat(only(feed, "updated")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json("/feeds/changes.json").path("items").isArray()).isTrue();
    }

    @Test
    void aFeedIsMadeOnceAMinuteAndKnownByItsTag() throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), clock)) {
            MockHttpServletResponse first = site.open("/feeds/verdicts.atom");
            assertThat(first.getHeaders("Cache-Control")).containsExactly("max-age=60, public");
            pages.changes.clear();

            assertThat(site.open("/feeds/verdicts.atom").getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
            now.set(Samples.AS_OF.plusSeconds(60));
            assertThat(site.open("/feeds/verdicts.atom").getHeader("ETag")).isNotEqualTo(first.getHeader("ETag"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/nothing.atom",
                "/feeds/nothing.json",
                "/feeds/category/nothing.atom",
                "/feeds/critic/nobody.json"
            })
    void whatIsNoFeedIsNotThere(String address) throws Exception {
        assertThat(open(address).getStatus()).isEqualTo(404);
    }

    @Test
    void pagesLeadToTheirFeeds() throws Exception {
        String alternate =
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"%s\" href=\"/feeds/%s.atom\">";
        assertThat(open("/").getContentAsString(UTF_8))
                .contains(alternate.formatted("New verdicts", "verdicts"))
                .contains(alternate.formatted("Changed verdicts", "changes"));
        assertThat(open("/category/developer-tools").getContentAsString(UTF_8))
                .contains(alternate.formatted("Verdicts of this category", "category/developer-tools"));
        assertThat(open("/reviewer/builder").getContentAsString(UTF_8))
                .contains(alternate.formatted("What this critic says", "critic/builder"));
        assertThat(open("/category/nothing").getContentAsString(UTF_8)).doesNotContain("rel=\"alternate\"");
    }
}
