package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Found;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// More than two tools side by side, and rows that are left out.
class CompareManyTest {

    private static final ToolCard DIFY =
            Samples.tool("dify", "Dify").price("Free plan").panel(2, 2, "mixed").card();
    private static final String SEED = "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";
    private static final String THREE = "/compare/dify-vs-llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";

    private final FixedPages pages = new FixedPages()
            .with(DIFY, Samples.SCOUT, Samples.MISTRAL)
            .with(Samples.seed())
            .with(Samples.compare(
                    List.of(DIFY, Samples.SCOUT, Samples.MISTRAL),
                    List.of(
                            Samples.row(
                                    "builder",
                                    "The Builder",
                                    "Developer Perspective",
                                    Samples.says("ship", 70, "Draws flows."),
                                    Samples.says("ship", 70, "Composes what is there."),
                                    Samples.says("ship", 70, "Fits a phone.")),
                            Samples.row(
                                    "skeptic",
                                    "The Skeptic",
                                    "Reality Check",
                                    Samples.says("skip", 40, "A canvas is no plan."),
                                    null,
                                    Samples.says("ship", 74, "Long chains break it.")))));

    private String page(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.html(address);
        }
    }

    @Test
    void threeToolsStandSideBySideFromTheFirstLineToTheLast() throws Exception {
        String page = page(THREE);

        assertThat(Html.text(page))
                .containsSubsequence(
                        "Dify vs Llama 4 Scout Fine-Tuning Toolkit vs Mistral 3B",
                        "AI tool comparison Dify vs Llama 4 Scout Fine-Tuning Toolkit vs Mistral 3B Which one would",
                        "All verdicts, their reasons and how sure they are, side by side.",
                        "Full verdict on Dify Visit example.org Take Dify out",
                        "Take Llama 4 Scout Fine-Tuning Toolkit out",
                        "Take Mistral 3B out",
                        "Panel verdict Mixed · 2 ship / 2 skip Ship · 3 ship / 1 skip Ship · 4 ship / 0 skip",
                        "The Builder Developer Perspective Ship 70 /100",
                        "The Skeptic Reality Check Skip 40 /100",
                        "No take",
                        "Ship 74 /100",
                        "Behind this comparison");
        assertThat(page)
                .contains("<main id=\"main\" class=\"wrap many n3\"")
                .contains("data-changes=\"dify llama-4-scout-fine-tuning-toolkit mistral-3b\"");
        assertThat(Html.count(page, "<article class=\"card ")).isEqualTo(3);
        assertThat(Html.count(page, "class=\"take ")).isEqualTo(6);
        assertThat(Html.count(page, "<h1")).isEqualTo(1);
    }

    @Test
    void everyToolKeepsItsAccentAndItsMark() throws Exception {
        assertThat(page(THREE))
                .contains(
                        "<span class=\"name a\">Dify</span> <span class=\"vs\">vs</span> <span class=\"name b\">Llama")
                .contains("<span class=\"name c\">Mistral 3B</span>")
                .contains("class=\"a\" x=\"40%\" rx=\"0\"", "class=\"c\" x=\"74%\" rx=\"2\"")
                .contains("<rect class=\"span\" y=\"7\" height=\"2\" x=\"40%\" width=\"34%\"");
    }

    @Test
    void aNarrowScreenShowsTheFirstTwoOrThoseThatTheAddressNames() throws Exception {
        assertThat(page(THREE))
                .contains(
                        "<article class=\"card a\"", "<article class=\"card b right\"", "<article class=\"card c off\"")
                .contains("<option value=\"dify\" selected=\"selected\">", "<button>Show these two</button>");
        assertThat(page(THREE + "?show=mistral-3b&show=dify"))
                .contains(
                        "<article class=\"card a\"", "<article class=\"card b off\"", "<article class=\"card c right\"")
                .contains("class=\"take b off\"", "<td class=\"c right\">")
                .contains("href=\"" + THREE + "?differences=only&amp;show=dify&amp;show=mistral-3b\"");
        assertThat(page(SEED)).doesNotContain("Show these two", " off\"");
    }

    @Test
    void itLeadsToOneToolLessAndOneMore() throws Exception {
        assertThat(page(THREE))
                .contains("href=\"" + SEED + "\" rel=\"nofollow\"")
                .contains("href=\"/compare/dify-vs-mistral-3b\" rel=\"nofollow\"")
                .contains("href=\"/compare?with=dify-vs-llama-4-scout-fine-tuning-toolkit-vs-mistral-3b\"");
        assertThat(page(SEED))
                .contains("href=\"/compare?with=llama-4-scout-fine-tuning-toolkit-vs-mistral-3b\"")
                .doesNotContain("Take Mistral 3B out");
    }

    @Test
    void fiveToolsLeaveNoRoomForAnother() throws Exception {
        List<ToolCard> five = five();
        pages.with(Samples.compare(five, List.of()));
        String address = "/compare/t1-vs-t2-vs-t3-vs-t4-vs-t5";

        assertThat(page(address)).contains("class=\"wrap many n5\"").doesNotContain("Add a tool");
        assertThat(Html.text(page(address))).contains("No critic has reviewed any of them yet.");
        assertThat(Html.text(page("/compare?with=t1-vs-t2-vs-t3-vs-t4-vs-t5")))
                .contains("Five tools stand side by side already")
                .doesNotContain("They do the same job");
    }

    private static List<ToolCard> five() {
        return Stream.of("t1", "t2", "t3", "t4", "t5")
                .map(slug -> Samples.tool(slug, slug.toUpperCase(Locale.ROOT)).card())
                .toList();
    }

    @Test
    void searchEnginesAreOfferedPairsAlone() throws Exception {
        assertThat(page(THREE))
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("rel=\"canonical\"");
        assertThat(page(SEED + "?differences=only"))
                .contains("<link rel=\"canonical\" href=\"https://verdicts.example" + SEED + "\">")
                .doesNotContain("noindex");
        assertThat(page("/compare?with=" + SEED.substring("/compare/".length())))
                .contains("noindex");
    }

    @Test
    void differencesAloneLeaveOutWhatIsTheSame() throws Exception {
        String page = page(SEED + "?differences=only");

        assertThat(Html.text(page))
                .contains("Left out, the same for both tools: Community, Category. Show every row")
                .contains("Pricing Free / open weights Free")
                .doesNotContain("Category same")
                .contains("The Founder Business Case");
        assertThat(Html.count(page, "scope=\"row\"")).isEqualTo(3 + 4);
        assertThat(page).contains("href=\"" + SEED + "\">Show every row</a>");
        assertThat(page(SEED)).contains("href=\"" + SEED + "?differences=only\">Differences only</a>");
    }

    @Test
    void aCriticWhoSaysTheSameOfAllIsLeftOutToo() throws Exception {
        String page = page(THREE + "?differences=only");

        assertThat(Html.text(page))
                .contains("Left out, the same for all tools: Community, Category, The Builder. Show every row")
                .contains("The Skeptic Reality Check")
                .doesNotContain("The Builder Developer Perspective");
    }

    @Test
    void thePageAfterAVoteIsShownAsItWasBefore() throws Exception {
        assertThat(page(THREE + "?differences=only&show=mistral-3b"))
                .contains("name=\"back\" value=\"" + THREE + "?differences=only&amp;show=dify&amp;show=mistral-3b\"")
                .contains("<input type=\"hidden\" name=\"differences\" value=\"only\">");
    }

    @Test
    void whereEverythingIsTheSameNoTableIsLeft() throws Exception {
        ToolCard twin = Samples.tool("twin", "Twin").card();
        ToolCard other = Samples.tool("twins", "Twin").card();
        pages.with(Samples.compare(
                twin,
                other,
                List.of(Samples.row(
                        "builder",
                        "The Builder",
                        "Developer Perspective",
                        Samples.says("ship", 70, "One."),
                        Samples.says("ship", 70, "The same.")))));

        String page = page("/compare/twin-vs-twins?differences=only");
        assertThat(Html.text(page)).contains("No critic tells them apart.");
        assertThat(page).doesNotContain("<table class=\"score\"");
    }

    @Test
    void theRuleAndTheSourcesStandBehindTheComparison() throws Exception {
        assertThat(Html.text(page(SEED)))
                .containsSubsequence(
                        "How sure: 4 of 7 critics reviewed each tool",
                        "By which rule",
                        "Behind this comparison The panel prefers a tool when it is at least 10 points ahead.",
                        "Llama 4 Scout Fine-Tuning Toolkit · https://www.example.org/tool · price seen 2026-11-20 · reviews",
                        "Mistral 3B · https://www.example.org/tool · price seen 2026-11-20 · reviews",
                        "Take it along as Markdown CSV JSON",
                        "Figures as of 24 Nov 2026, 18:40 UTC",
                        ", at https://verdicts.example" + SEED);
        assertThat(page(SEED))
                .contains("href=\"" + SEED + ".md\"", "href=\"" + SEED + ".csv\"", "href=\"" + SEED + ".json\"")
                .contains("href=\"https://verdicts.example/tool/mistral-3b#reviews\"")
                .contains("href=\"https://verdicts.example/tool/mistral-3b/votes\"")
                .contains("data-print hidden>Print</button>");
    }

    @Test
    void anotherOrderKeepsWhatItShows() throws Exception {
        pages.pairs.put("c-vs-b-vs-a", new Found.Moved("a-vs-b-vs-c"));
        try (Site site = new Site(pages)) {
            MockHttpServletResponse moved = site.open("/compare/c-vs-b-vs-a?differences=only&show=%0Ax&show=c");
            assertThat(moved.getStatus()).isEqualTo(301);
            assertThat(moved.getHeader("Location")).isEqualTo("/compare/a-vs-b-vs-c?differences=only&show=a&show=c");
        }
    }

    @Test
    void aRenamedToolIsShownByItsPresentName() throws Exception {
        pages.pairs.put("a-vs-old-vs-z", new Found.Moved("a-vs-new-vs-z"));
        pages.renamed.put("old", "new");
        pages.renamed.put("elsewhere", "a");
        try (Site site = new Site(pages)) {
            assertThat(site.open("/compare/a-vs-old-vs-z?differences=only&show=z&show=old")
                            .getHeader("Location"))
                    .isEqualTo("/compare/a-vs-new-vs-z?differences=only&show=new&show=z");
            assertThat(site.open("/compare/a-vs-old-vs-z?show=z&show=elsewhere").getHeader("Location"))
                    .isEqualTo("/compare/a-vs-new-vs-z?show=a&show=z");
            assertThat(site.open("/compare/a-vs-old-vs-z?show=old&show=a").getHeader("Location"))
                    .isEqualTo("/compare/a-vs-new-vs-z");
        }
    }

    @Test
    void anAddressOfTooManyOrOfStrangersSaysWhatIsWrong() throws Exception {
        five().forEach(pages::with);
        try (Site site = new Site(pages)) {
            MockHttpServletResponse six = site.open("/compare/dify-vs-t1-vs-t2-vs-t3-vs-t4-vs-t5");
            assertThat(six.getStatus()).isEqualTo(404);
            assertThat(Html.text(six.getContentAsString())).contains("Five tools, not more");
            MockHttpServletResponse some = site.open("/compare/dify-vs-mistral-3b-vs-nothing");
            assertThat(some.getStatus()).isEqualTo(404);
            assertThat(Html.text(some.getContentAsString()))
                    .contains("Not all of them are here", "Dify, Mistral 3B are on the sheet, the rest is not.")
                    .contains("Dify vs Mistral 3B");
        }
    }

    @Test
    void anotherToolIsChosenAmongThoseThatDoTheSameJob() throws Exception {
        pages.with(Samples.tool("cursor", "Cursor").card());
        String page = page("/compare?with=" + SEED.substring("/compare/".length()));

        assertThat(Html.text(page))
                .contains("It joins Llama 4 Scout Fine-Tuning Toolkit vs Mistral 3B. Up to five stand side by side.")
                .containsSubsequence("They do the same job", "Dify Mixed Developer Tools", "Cursor Pending");
        assertThat(page)
                .contains("href=\"" + THREE + "\"")
                .contains("href=\"/compare/cursor-vs-llama-4-scout-fine-tuning-toolkit-vs-mistral-3b\"")
                .contains("name=\"with\" value=\"llama-4-scout-fine-tuning-toolkit-vs-mistral-3b\"");
        assertThat(Html.text(page("/compare?with=" + SEED.substring("/compare/".length()) + "&q=dif%3C")))
                .contains("With “dif<”");
    }

    @Test
    void onlyAComparisonCanBeJoined() throws Exception {
        pages.pairs.put("b-vs-a", new Found.Moved("a-vs-b"));
        pages.pairs.put("a-vs-a", new Found.SameTool("a"));
        try (Site site = new Site(pages)) {
            assertThat(site.open("/compare?with=b-vs-a").getHeader("Location")).isEqualTo("/compare?with=a-vs-b");
            assertThat(site.open("/compare?with=a-vs-a").getHeader("Location")).isEqualTo("/tool/a");
            assertThat(site.open("/compare?with=nothing").getStatus()).isEqualTo(404);
            assertThat(site.open("/compare?with=").getStatus()).isEqualTo(404);
        }
    }
}
