package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.Citation;
import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.TakenDown;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.history.FactChange;
import dev.toolverdicts.catalog.history.FactValue;
import dev.toolverdicts.catalog.history.NewsItem;
import dev.toolverdicts.catalog.history.Past;
import dev.toolverdicts.catalog.history.Release;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ToolPageTest {

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);

    ToolPageTest() {
        pages.takes.put(
                "mistral-3b",
                List.of(
                        Samples.take("builder", "The Builder", "Developer Perspective", "ship", 91, "Fits a phone."),
                        Samples.take("skeptic", "The Skeptic", "Reality Check", "ship", 74, "Long chains break it.")));
    }

    private String page(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.html(address);
        }
    }

    @Test
    void everythingAboutAToolIsOnItsPage() throws Exception {
        assertThat(Html.text(page("/tool/mistral-3b")))
                .containsSubsequence(
                        "Developer Tools",
                        "Mistral 3B",
                        "A 3B model that aims above its weight",
                        "Expert verdict Ship 4–0 4 ships, 0 skips from 4 of 7 critics.",
                        "Panel ship 100%",
                        "Community —",
                        "Entry Free",
                        "Why this number · Figures as of 24 Nov 2026, 18:40 UTC",
                        "What would you do? Ship it Skip it",
                        "The panel’s take An open-weight language model",
                        "Price Free seen 2026-11-20",
                        "License Apache-2.0 · open source",
                        "Best for Teams that want Mistral 3B",
                        "Reviewed 2026-11-24",
                        "Official site Visit example.org",
                        "The reviews",
                        "The Builder Developer Perspective Ship 91 /100 Fits a phone.",
                        "AI persona · sample · hands-on no · 2026-11-24",
                        "The Skeptic Reality Check Ship 74 /100",
                        "Compare Mistral 3B with others",
                        "Share this verdict",
                        "Mistral 3B: SHIP 4 ships · 0 skips from the expert panel (4 of 7 critics)"
                                + " https://verdicts.example/tool/mistral-3b",
                        "Weekly AI Tool Verdicts");
    }

    @Test
    void oneShipAndOneSkipAreSingular() throws Exception {
        assertThat(Html.text(page("/tool/llama-4-scout-fine-tuning-toolkit")))
                .contains("3 ships, 1 skip from 4 of 7 critics.")
                .contains("3 ships · 1 skip from the expert panel");
    }

    @Test
    void belowTheQuorumTheVerdictIsPendingAndSaysWhatItNeeds() throws Exception {
        pages.with(Samples.tool("early", "Early").panel(3, 0, "pending").card());

        String text = Html.text(page("/tool/early"));
        assertThat(text)
                .contains("Expert verdict Pending 3–0 3 ships, 0 skips. A verdict needs 1 more review.")
                .contains("Panel ship Pending")
                .doesNotContain("100%");
    }

    @ParameterizedTest
    @CsvSource({"3,1,ship,Ship", "2,2,mixed,Mixed", "1,3,skip,Skip", "1,1,pending,Pending"})
    void everySurfaceSaysTheSameVerdict(int ships, int skips, String verdict, String word) throws Exception {
        ToolCard tool = Samples.tool("aaa", "Aaa").panel(ships, skips, verdict).card();
        pages.with(tool);
        pages.with(Samples.compare(tool, Samples.MISTRAL, List.of()));

        String own = Html.text(page("/tool/aaa"));
        assertThat(own).contains("Expert verdict " + word, "Aaa: " + word.toUpperCase(Locale.ROOT));
        assertThat(page("/tool/aaa")).contains("<title>Aaa: " + word + " · Tool Verdicts</title>");
        String pair = Html.text(page("/compare/aaa-vs-mistral-3b"));
        assertThat(pair).contains("Panel verdict: " + word, "Panel verdict " + word + " · " + ships + " ship / ");
        assertThat(Html.text(page("/"))).contains("Aaa Does one thing " + word);
        assertThat(Html.text(page("/category/developer-tools"))).contains("Aaa Does one thing " + word);
        assertThat(Html.text(page("/compare"))).contains("Aaa vs Mistral 3B " + word + " against Ship");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|— No community votes yet. Yours would be the first.",
                "1|0|1 ship · 0 skip 1 vote is too few for a percentage.",
                "3|1|3 ship · 1 skip 4 votes are too few for a percentage.",
                "4|1|80% 4 of 5 ship it, likely 38–96%",
                "9|3|75% 9 of 12 ship it, likely 47–91%",
                "612345|387655|61% 612,345 of 1,000,000 ship it, likely 61.1–61.3%"
            })
    void communityNumbersAreShownWithTheirDoubt(long ships, long skips, String words) throws Exception {
        pages.with(Samples.tool("voted", "Voted").votes(ships, skips).card());

        assertThat(Html.text(page("/tool/voted"))).contains("Community " + words);
        boolean drawn = page("/tool/voted").contains("class=\"likely\"");
        assertThat(drawn).isEqualTo(ships + skips >= 5);
    }

    @Test
    void anUnknownToolIsA404AndARenamedOneMoves() throws Exception {
        pages.renamed.put("mistral-three-b", "mistral-3b");
        try (Site site = new Site(pages)) {
            MockHttpServletResponse unknown = site.open("/tool/nothing");
            assertThat(unknown.getStatus()).isEqualTo(404);
            assertThat(unknown.getContentAsString()).contains("No such tool", "href=\"/tool/mistral-3b\"");
            MockHttpServletResponse renamed = site.open("/tool/mistral-three-b");
            assertThat(renamed.getStatus()).isEqualTo(301);
            assertThat(renamed.getHeader("Location")).isEqualTo("/tool/mistral-3b");
        }
    }

    @Test
    void aToolThatWasTakenDownIsGoneAndItsPageSaysWhy() throws Exception {
        pages.takenDown.put("gone", new TakenDown("Its <b>maker</b> asked for it", Samples.AS_OF));
        try (Site site = new Site(pages)) {
            for (String address : List.of("/tool/gone", "/tool/gone/alternatives", "/compare/gone-vs-mistral-3b")) {
                MockHttpServletResponse gone = site.open(address);
                assertThat(gone.getStatus()).as(address).isEqualTo(410);
                assertThat(gone.getContentAsString())
                        .contains(
                                "taken down",
                                "Taken down on 2026-11-24: Its &lt;b&gt;maker&lt;/b&gt; asked for it. Its reviews")
                        .contains("content=\"noindex\"", "href=\"/tool/mistral-3b\"")
                        .doesNotContain("No such");
            }
        }
    }

    @Test
    void structuredDataNamesTheReviewsAndTheirAuthors() throws Exception {
        JsonNode graph = structured(page("/tool/mistral-3b")).path("@graph");

        JsonNode tool = graph.get(0);
        assertThat(tool.path("@type").asString()).isEqualTo("SoftwareApplication");
        assertThat(tool.path("url").asString()).isEqualTo("https://verdicts.example/tool/mistral-3b");
        JsonNode review = tool.path("review").get(0);
        assertThat(review.path("author").path("name").asString()).isEqualTo("The Builder (AI persona)");
        assertThat(review.path("reviewRating").path("ratingValue").asInt()).isEqualTo(91);
        assertThat(review.path("datePublished").asString()).isEqualTo("2026-11-20");
        assertThat(graph.get(1).path("itemListElement")).hasSize(3);
    }

    @Test
    void aRatingOfAllVotersIsClaimedOnlyWithEnoughVotes() throws Exception {
        pages.with(
                Samples.tool("few", "Few").votes(20, 9).card(),
                Samples.tool("many", "Many").votes(20, 10).card());

        assertThat(page("/tool/few")).doesNotContain("AggregateRating");
        JsonNode rating = structured(page("/tool/many")).path("@graph").get(0).path("aggregateRating");
        assertThat(rating.path("ratingValue").asInt()).isEqualTo(67);
        assertThat(rating.path("ratingCount").asInt()).isEqualTo(30);
    }

    @Test
    void whileABurstIsLookedIntoNoRatingIsClaimed() throws Exception {
        ToolCard many = Samples.tool("many", "Many").votes(20, 10).card();
        ToolCard.Community votes = many.community();
        pages.with(new ToolCard(
                many.slug(),
                many.name(),
                many.tagline(),
                many.summary(),
                many.category(),
                many.tags(),
                many.websiteUrl(),
                many.status(),
                many.pricing(),
                many.license(),
                many.bestFor(),
                many.notFor(),
                many.repoUrl(),
                many.facts(),
                many.latestRelease(),
                many.panel(),
                new ToolCard.Community(
                        votes.ships(), votes.skips(), votes.pct(), votes.wilsonLow(), votes.wilsonHigh(), true),
                many.asOf(),
                many.versions()));

        assertThat(page("/tool/many")).doesNotContain("AggregateRating");
    }

    /// What Google asks of software with reviews, and what it says of who wrote them.
    @Test
    void structuredDataFollowsGooglesRules() throws Exception {
        pages.takes.put(
                "mistral-3b",
                List.of(
                        take("ai_persona", "The Builder"),
                        take("ai_drafted", "The Editor"),
                        take("human", "Ada Example"),
                        take("ai_persona", "N".repeat(150))));
        JsonNode graph = structured(page("/tool/mistral-3b")).path("@graph");

        JsonNode tool = graph.get(0);
        assertThat(tool.path("name").asString()).isNotBlank();
        assertThat(tool.at("/offers/price").asString()).isEqualTo("0");
        assertThat(tool.at("/offers/priceCurrency").asString()).isEqualTo("USD");
        assertThat(tool.path("applicationCategory").asString()).isEqualTo("DeveloperApplication");
        assertThat(tool.path("applicationSubCategory").asString()).isEqualTo("Developer Tools");
        assertThat(tool.path("review")).hasSize(4).allSatisfy(review -> {
            assertThat(review.path("@type").asString()).isEqualTo("Review");
            assertThat(review.at("/author/name").asString()).isNotBlank().hasSizeLessThan(100);
            assertThat(review.at("/author/@type").asString()).isIn("Person", "Organization");
            assertThat(review.at("/reviewRating/ratingValue").asInt()).isBetween(0, 100);
            assertThat(review.at("/reviewRating/bestRating").asInt()).isEqualTo(100);
            assertThat(review.at("/reviewRating/worstRating").isNumber()).isTrue();
            assertThat(review.path("datePublished").asString()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        });
        assertThat(tool.path("review")
                        .valueStream()
                        .map(review -> review.at("/author/@type").asString()))
                .containsExactly("Organization", "Organization", "Person", "Organization");
        assertThat(tool.path("review")
                        .valueStream()
                        .map(review -> review.path("digitalSourceType").asString("none")))
                .containsExactly(
                        "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
                        "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
                        "none",
                        "https://schema.org/TrainedAlgorithmicMediaDigitalSource");
        JsonNode crumbs = graph.get(1);
        assertThat(crumbs.path("@type").asString()).isEqualTo("BreadcrumbList");
        for (int i = 0; i < 3; i++) {
            JsonNode item = crumbs.path("itemListElement").get(i);
            assertThat(item.path("position").asInt()).isEqualTo(i + 1);
            assertThat(item.path("name").asString()).isNotBlank();
            assertThat(item.path("item").asString()).startsWith("https://verdicts.example/");
        }
    }

    @Test
    void whatIsNotKnownIsNotClaimed() throws Exception {
        JsonNode tool = structured(page("/tool/llama-4-scout-fine-tuning-toolkit"))
                .path("@graph")
                .get(0);

        assertThat(tool.has("review")).isFalse();
        assertThat(tool.has("aggregateRating")).isFalse();
    }

    private static Take take(String authorKind, String name) {
        Take take = Samples.take("builder", name, "Developer Perspective", "ship", 91, "Fits a phone.");
        return new Take(
                take.criticKey(),
                take.criticName(),
                take.criticRole(),
                take.verdict(),
                take.score(),
                take.body(),
                take.handsOn(),
                authorKind,
                take.model(),
                take.promptVersion(),
                take.citations(),
                take.revision(),
                take.publishedAt(),
                take.revisedAt(),
                take.dueAt(),
                take.previousVerdict(),
                take.verdictSince(),
                take.changeReason(),
                take.helpfulYes(),
                take.helpfulNo());
    }

    @Test
    void aReviewCannotCloseTheScriptElementOfTheStructuredData() throws Exception {
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.take(
                        "builder", "The Builder", "Developer Perspective", "ship", 91, "</script><script>alert(1)")));
        String page = page("/tool/mistral-3b");

        assertThat(page).doesNotContain("<script>alert").contains("&lt;/script&gt;&lt;script&gt;alert(1)");
        assertThat(structured(page)
                        .path("@graph")
                        .get(0)
                        .path("review")
                        .get(0)
                        .path("reviewBody")
                        .asString())
                .isEqualTo("</script><script>alert(1)");
    }

    @Test
    void onlyWebAddressesBecomeLinks() throws Exception {
        pages.with(Samples.tool("odd", "Odd").website("javascript:alert(1)").card());

        assertThat(page("/tool/odd")).doesNotContain("javascript:").doesNotContain("Official site");
    }

    @Test
    void aDiscontinuedToolSaysSo() throws Exception {
        pages.with(Samples.tool("gone", "Gone").status("discontinued").card());

        assertThat(page("/tool/gone")).contains("Discontinued. The verdict stays as a record.");
    }

    @Test
    void aComparisonSaysSoToo() throws Exception {
        ToolCard gone = Samples.tool("gone", "Gone").status("discontinued").card();
        pages.with(gone).with(Samples.compare(gone, Samples.MISTRAL, List.of()));

        assertThat(page("/compare/gone-vs-mistral-3b")).contains("Discontinued. The verdict stays as a record.");
    }

    @Test
    void aFactSaysWhereItWasSeenAndWhenToCheckIt() throws Exception {
        Instant seen = Instant.parse("2026-10-01T08:00:00Z");
        pages.with(
                Samples.tool("stale", "Stale")
                        .fact(new Fact("https://prices.example/a", seen, seen, null, true, false))
                        .card(),
                Samples.tool("odd", "Odd")
                        .fact(new Fact("javascript:alert(1)", seen, seen, null, false, false))
                        .card());

        String page = page("/tool/stale");
        assertThat(Html.text(page)).contains("Entry Free Free · seen 2026-11-20 · check", "check source License");
        assertThat(page)
                .contains(
                        "href=\"https://prices.example/a\" rel=\"noopener nofollow\" aria-label=\"Source of the price\"");
        assertThat(page("/tool/odd")).doesNotContain("javascript:", "<strong>check</strong>", "· check");
        assertThat(page("/tool/mistral-3b")).doesNotContain("<strong>check</strong>", "· check", "Source of the price");
    }

    @Test
    void aComparisonSaysWhichFactsToCheck() throws Exception {
        Instant seen = Instant.parse("2026-10-01T08:00:00Z");
        ToolCard stale = Samples.tool("aaa", "Aaa")
                .price("$9/mo")
                .fact(new Fact(null, seen, seen, null, true, false))
                .card();
        pages.with(stale).with(Samples.compare(stale, Samples.MISTRAL, List.of()));

        assertThat(Html.text(page("/compare/aaa-vs-mistral-3b")))
                .contains("Pricing $9/mo · check Free Best for")
                .contains("$9/mo · seen 2026-11-20 · check");
    }

    @Test
    void whatHappenedToAToolIsOnItsPage() throws Exception {
        pages.pasts.put(
                "mistral-3b",
                new Past(
                        List.of(new FactChange(
                                "2~price",
                                "price",
                                FactValue.price("$15/mo", "paid", null, null, null),
                                FactValue.price("$20/mo <b>", "paid", null, null, null),
                                "https://prices.example/b",
                                Samples.AS_OF)),
                        List.of(),
                        List.of(new Release(
                                new UUID(0, 1), "2512", LocalDate.parse("2025-12-02"), null, Samples.AS_OF)),
                        List.of(new NewsItem(
                                "sample",
                                "Sample headline",
                                "https://news.example/1",
                                LocalDate.parse("2025-12-03"),
                                List.of(),
                                List.of(),
                                Samples.AS_OF))));

        String page = page("/tool/mistral-3b");
        assertThat(Html.text(page))
                .containsSubsequence(
                        "What happened",
                        "Releases 2512 2025-12-02",
                        "Changes of price, licence and status",
                        "Price: from $15/mo to $20/mo <b> 2026-11-24",
                        "In the news Sample headline 2025-12-03");
        assertThat(page)
                .contains("href=\"https://prices.example/b\"", "href=\"https://news.example/1\"")
                .doesNotContain("<b>", "Only the latest.");
        assertThat(Html.text(page("/tool/llama-4-scout-fine-tuning-toolkit")))
                .contains("What happened Price over time No change of the price is known since 2026-11-24")
                .doesNotContain("Releases", "Changes of price", "In the news");
    }

    @Test
    void thePriceIsDrawnWithItsWordsAndATable() throws Exception {
        pages.pasts.put(
                "mistral-3b",
                new Past(
                        List.of(),
                        List.of(
                                PriceLineTest.change(20, PriceLineTest.paid("30"), PriceLineTest.paid("12.50")),
                                PriceLineTest.change(10, PriceLineTest.FREE, PriceLineTest.paid("30"))),
                        List.of(),
                        List.of()));

        String page = page("/tool/mistral-3b");
        assertThat(page)
                .contains("<title id=\"price-title\">Entry price over time</title>")
                .contains("<desc id=\"price-summary\">Free until 2026-11-10, USD 12.5 / month since 2026-11-20.")
                .contains("role=\"img\" aria-labelledby=\"price-title price-summary\"")
                .contains("<line x1=\"0\" y1=\"66.0\" x2=\"8.00%\" y2=\"66.0\"")
                .doesNotContain("NaN", "Infinity");
        assertThat(Html.count(page, "<circle class=\"solid\" r=\"3\"")).isEqualTo(2);
        assertThat(Html.text(page))
                .containsSubsequence(
                        "Every price in a table",
                        "Two plans <i> from 12.50 USD 12.5 / month since 2026-11-20",
                        "USD 30 / month since 2026-11-10",
                        "Free until 2026-11-10");
        assertThat(page).doesNotContain("<i>");
    }

    @Test
    void thePageSaysWhichReleaseMakesAReviewDue() throws Exception {
        pages.with(
                Samples.tool("newer", "Newer").release("2.0", "2026-11-25").card(),
                Samples.tool("older", "Older").release("1.0", "2026-11-24").card());
        Take due = Samples.turned("Words.", List.of(), null);
        pages.takes.put("newer", List.of(due));
        pages.takes.put("older", List.of(due));
        Instant later = Samples.AS_OF.plus(Duration.ofDays(180));

        try (Site site = new Site(pages, Duration.ofSeconds(5), Clock.fixed(later, ZoneOffset.UTC))) {
            assertThat(Html.text(site.html("/tool/newer")))
                    .contains("1 of 1 review due for another look, since 2.0 came out on 2026-11-25");
            assertThat(Html.text(site.html("/tool/older")))
                    .contains("1 of 1 review due for another look")
                    .doesNotContain("came out");
        }
    }

    @Test
    void theLongestNameStandsInFull() throws Exception {
        pages.with(Samples.tool("long", Samples.LONG_NAME).card());

        assertThat(Samples.LONG_NAME).hasSize(75);
        assertThat(page("/tool/long")).contains("<h1>" + Samples.LONG_NAME + "</h1>");
    }

    @Test
    void aReReviewSaysFromWhatItTurnedWhenAndWhy() throws Exception {
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.turned(
                        "As the notes say[^1], it works now.",
                        List.of(
                                new Citation(1, "https://example.org/notes", "Sample notes"),
                                new Citation(2, "javascript:alert(1)", null)),
                        "The fault is mended.")));
        String page = page("/tool/mistral-3b");

        assertThat(Html.text(page))
                .containsSubsequence(
                        "As the notes say[1], it works now.",
                        "AI-drafted, edited by a person · hands-on yes · model sample-model-1 · instructions 7",
                        "2026-11-24 · revision 2 · How it came about",
                        "Turned from Skip to Ship on 2026-11-24. Why: The fault is mended.",
                        "[1] Sample notes",
                        "Helpful? Yes No 3 of 4 readers said yes");
        assertThat(page)
                .contains("href=\"https://example.org/notes\" rel=\"noopener nofollow\"")
                .contains("href=\"/tool/mistral-3b/reviews/builder\"")
                .contains("action=\"/tool/mistral-3b/reviews/builder/helpful\"")
                .contains("name=\"formToken\" value=\"signed-token\"")
                .doesNotContain("href=\"javascript:");
    }

    @Test
    void whatIsNotToldIsNotClaimed() throws Exception {
        assertThat(Html.text(page("/tool/mistral-3b")))
                .contains("Helpful? Yes No")
                .doesNotContain("· model ", "Turned from", "readers said", "due for another look");
    }

    @Test
    void aReviewThatIsOldIsDueForAnotherLook() throws Exception {
        pages.takes.put(
                "mistral-3b",
                List.of(
                        Samples.turned("Words.", List.of(), null),
                        Samples.take("skeptic", "The Skeptic", "Reality Check", "ship", 74, "Words.")));
        Instant due = Samples.AS_OF.plus(Duration.ofDays(180));

        assertThat(textAt(due.minusSeconds(1)))
                .contains("Reviewed 2026-11-24 Official")
                .doesNotContain("due for");
        assertThat(textAt(due))
                .contains(
                        "Reviewed 2026-11-24 · 1 of 2 reviews due for another look",
                        "revision 2 · due for another look");
    }

    private String textAt(Instant now) throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), Clock.fixed(now, ZoneOffset.UTC))) {
            return Html.text(site.html("/tool/mistral-3b"));
        }
    }

    @Test
    void whilePendingThePageSaysWhoseReviewIsToCome() throws Exception {
        pages.critics.addAll(List.of(
                Samples.BUILDER,
                Samples.critic(2, "skeptic", "The Skeptic", "Reality Check"),
                Samples.critic(3, "futurist", "The Futurist", "Big Picture"),
                Samples.critic(4, "founder", "The Founder", "Business Case")));
        pages.with(Samples.tool("early", "Early").panel(1, 0, "pending").card());
        pages.takes.put(
                "early", List.of(Samples.take("skeptic", "The Skeptic", "Reality Check", "ship", 74, "Words.")));

        assertThat(Html.text(page("/tool/early")))
                .contains("Assigned, still to come: The Builder, The Futurist, The Founder.");
        assertThat(Html.text(page("/tool/mistral-3b"))).doesNotContain("still to come");
    }

    @Test
    void structuredDataDisclosesHowEachReviewCameAbout() throws Exception {
        pages.takes.put(
                "mistral-3b",
                List.of(
                        Samples.turned(
                                "As the notes say[^1].",
                                List.of(new Citation(1, "https://example.org/notes", null)),
                                null),
                        Samples.take("skeptic", "The Skeptic", "Reality Check", "ship", 74, "Words.")));
        JsonNode reviews =
                structured(page("/tool/mistral-3b")).path("@graph").get(0).path("review");

        assertThat(reviews.get(0).path("digitalSourceType").asString())
                .isEqualTo("https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource");
        assertThat(reviews.get(0).path("disambiguatingDescription").asString())
                .isEqualTo("authorKind=ai_drafted; handsOn=true; model=sample-model-1; promptVersion=7");
        assertThat(reviews.get(0).path("citation").get(0).asString()).isEqualTo("https://example.org/notes");
        assertThat(reviews.get(0).path("version").asInt()).isEqualTo(2);
        assertThat(reviews.get(1).path("digitalSourceType").asString())
                .isEqualTo("https://schema.org/TrainedAlgorithmicMediaDigitalSource");
        assertThat(reviews.get(1).path("disambiguatingDescription").asString())
                .isEqualTo("authorKind=ai_persona; handsOn=false");
        assertThat(reviews.get(1).has("citation")).isFalse();
    }

    private static JsonNode structured(String page) {
        String start = "<script type=\"application/ld+json\">";
        int from = page.indexOf(start) + start.length();
        return JsonMapper.builder().build().readTree(page.substring(from, page.indexOf("</script>", from)));
    }
}
