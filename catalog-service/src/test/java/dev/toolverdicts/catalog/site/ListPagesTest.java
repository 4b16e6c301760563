package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.TakeFilter;
import dev.toolverdicts.catalog.card.TakeFilter.Order;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ListPagesTest {

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);

    private String page(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.html(address);
        }
    }

    @Test
    void theFrontPageShowsTheSheetAndTheLatestComparison() throws Exception {
        pages.with(Samples.seed());

        assertThat(Html.text(page("/")))
                .containsSubsequence(
                        "Ship it, or skip it?",
                        "Latest comparison",
                        "Llama 4 Scout Fine-Tuning Toolkit vs Mistral 3B",
                        "The panel prefers Mistral 3B",
                        "75% Panel ship · 4 of 7 critics",
                        "The verdict sheet",
                        "Tool Panel verdict Panel ship Community Entry",
                        "Mistral 3B",
                        "By category",
                        "Developer Tools",
                        "How a verdict is made",
                        "Get the next comparison in your inbox");
    }

    @Test
    void anEmptyCatalogueStillHasAFrontPage() throws Exception {
        pages.tools.clear();

        assertThat(Html.text(page("/"))).contains("No tool is on the sheet yet.");
        assertThat(page("/")).doesNotContain("<table");
        assertThat(Html.text(page("/compare"))).contains("nothing to compare");
    }

    @Test
    void aCategoryCountsItsToolsAndKeepsItsOrders() throws Exception {
        String page = page("/category/developer-tools?sort=panel");

        assertThat(Html.text(page)).contains("Developer Tools 2 tools on the sheet.", "Newest Panel ship Community");
        assertThat(page)
                .contains("href=\"/category/developer-tools\">Newest</a>")
                .contains("href=\"/category/developer-tools?sort=panel\" aria-current=\"true\">Panel ship</a>")
                .contains("href=\"/category/developer-tools?sort=community\">Community</a>");
    }

    @Test
    void aCategoryCountsItsVerdictsAndKnowsItsParts() throws Exception {
        pages.with(Samples.tool("axolotl", "Axolotl")
                .category("fine-tuning", "Fine-tuning")
                .card());
        pages.parents.put("fine-tuning", "developer-tools");

        assertThat(Html.text(page("/category/developer-tools")))
                .contains("Developer Tools 2 tools on the sheet. Panel: 2 ship. Fine-tuning 1 Newest");
        assertThat(Html.text(page("/category/fine-tuning")))
                .contains("Verdicts Developer Tools Fine-tuning Category", "1 tool on the sheet. Panel: 1 pending.");
        assertThat(page("/category/developer-tools")).contains("href=\"/search?category=developer-tools\"");
    }

    @Test
    void oneToolIsSingular() throws Exception {
        pages.with(Samples.tool("dify", "Dify")
                .category("app-builders", "App Builders")
                .card());

        assertThat(Html.text(page("/category/app-builders"))).contains("1 tool on the sheet.");
    }

    @Test
    void aLongCategoryHasANextPage() throws Exception {
        for (int i = 0; i < 30; i++) {
            pages.with(Samples.tool("t" + i, "T" + i).card());
        }

        assertThat(page("/category/developer-tools")).contains("href=\"/category/developer-tools?cursor=next\"");
    }

    @Test
    void anOldNameOfACategoryLeadsToIt() throws Exception {
        try (Site site = new Site(pages)) {
            MockHttpServletResponse moved = site.open("/category/coding");
            assertThat(moved.getStatus()).isEqualTo(301);
            assertThat(moved.getHeader("Location")).isEqualTo("/category/developer-tools");
            assertThat(site.open("/category/nothing").getStatus()).isEqualTo(404);
        }
    }

    @Test
    void thePanelShowsEveryCriticWithTheirRecord() throws Exception {
        pages.critics.add(Samples.BUILDER);
        pages.critics.add(Samples.critic(2, "skeptic", "The Skeptic", "Reality Check"));
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.take("builder", "The Builder", "Developer Perspective", "ship", 91, "Fits a phone.")));

        assertThat(Html.text(page("/panel")))
                .contains("Developer Perspective The Builder “Show me the first ten minutes.”")
                .contains("AI persona · 1 tool, 1 shipped")
                .contains("AI persona · 0 tools, 0 shipped");
    }

    @Test
    void aCriticHasTheWholePersonaAndEveryVerdict() throws Exception {
        pages.critics.add(Samples.BUILDER);
        pages.with(Samples.tool("dify", "Dify")
                .category("app-builders", "App Builders")
                .card());
        for (String slug : List.of("mistral-3b", "dify")) {
            String verdict = slug.equals("dify") ? "skip" : "ship";
            pages.takes.put(
                    slug,
                    List.of(Samples.take("builder", "The Builder", "Developer Perspective", verdict, 50, "Words.")));
        }

        assertThat(Html.text(page("/reviewer/builder")))
                .containsSubsequence(
                        "Developer Perspective The Builder “Show me the first ten minutes.” Judges a tool",
                        "Gets excited about Defaults that hold Errors that say what to do Small interfaces",
                        "Tired of Screenshots instead of code",
                        "All verdicts (2 tools, 1 shipped)",
                        "All App Builders Developer Tools",
                        "Mistral 3B",
                        "Dify",
                        "Browse the full panel");
        assertThat(Html.text(page("/reviewer/builder?category=Developer%20Tools")))
                .contains("Developer Tools verdicts (1 tool, 1 shipped)")
                .doesNotContain("Dify");
        assertThat(page("/reviewer/builder")).contains("href=\"/reviewer/builder?category=App%20Builders\"");
    }

    @Test
    void aCriticsRecordIsCountedFromTheVerdicts() throws Exception {
        pages.critics.add(Samples.BUILDER);
        for (int i = 0; i < 6; i++) {
            pages.with(Samples.tool("t" + i, "T" + i)
                    .category("audio", "Audio")
                    .panel(4, 0, "ship")
                    .card());
            String verdict = i < 4 ? "ship" : "skip";
            pages.takes.put(
                    "t" + i,
                    List.of(Samples.take(
                            "builder", "The Builder", "Developer Perspective", verdict, 70 + i, "Words.")));
        }

        assertThat(Html.text(page("/reviewer/builder")))
                .containsSubsequence(
                        "The record Ships 4 of 6 reviewed tools, 67%",
                        "Mean score 72.5 of 100",
                        "Stands alone 0 of 6 verdicts, 0%",
                        "With the voters No reviewed tool has five votes and a lead yet")
                .doesNotContain("By category");
        assertThat(page("/reviewer/builder"))
                .contains("cx=\"66.67%\"", "cx=\"0.00%\"")
                .containsOnlyOnce("cx=\"66.67%\"");
        assertThat(Html.count(page("/reviewer/builder"), "<svg class=\"doubt\""))
                .isEqualTo(2);
        assertThat(Html.text(page("/panel"))).contains("Mean score 72.5 of 100");
    }

    @Test
    void fewVerdictsAreCountedAndNoPercentageIsClaimed() throws Exception {
        pages.critics.add(Samples.BUILDER);
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.take("builder", "The Builder", "Developer Perspective", "ship", 91, "Fits a phone.")));

        assertThat(Html.text(page("/reviewer/builder")))
                .contains("Ships 1 of 1 reviewed tool Mean score 91.0 of 100 Stands alone 0 of 1 verdict ");
        assertThat(page("/reviewer/builder")).doesNotContain("<svg class=\"doubt\"");
    }

    @Test
    void aCriticWithoutVerdictsHasNoRecord() throws Exception {
        pages.critics.add(Samples.BUILDER);

        assertThat(Html.text(page("/reviewer/builder")))
                .contains("All verdicts (0 tools, 0 shipped)", "has not reviewed a tool here yet")
                .doesNotContain("The record", "Highest score");
    }

    @Test
    void aCriticsVerdictsComeInPagesAndOrders() throws Exception {
        pages.critics.add(Samples.BUILDER);
        for (int i = 0; i < 30; i++) {
            pages.with(Samples.tool("t" + i, "T" + i).card());
            pages.takes.put(
                    "t" + i,
                    List.of(Samples.take("builder", "The Builder", "Developer Perspective", "ship", 50, "Words.")));
        }
        String first = page("/reviewer/builder?category=developer-tools&sort=highest");

        assertThat(pages.askedTakes).isEqualTo(new TakeFilter("builder", "developer-tools", Order.HIGHEST, 24, null));
        assertThat(Html.count(first, "<li class=\"take a\">")).isEqualTo(24);
        assertThat(Html.text(first)).contains("Developer Tools verdicts (30 tools, 30 shipped)", "More verdicts");
        assertThat(first)
                .contains("href=\"/reviewer/builder?category=Developer%20Tools&amp;sort=highest&amp;cursor=next\"")
                .contains("href=\"/reviewer/builder?category=Developer%20Tools&amp;sort=lowest\"")
                .contains("content=\"noindex\"");
        page("/reviewer/builder?cursor=abc&sort=nonsense");
        assertThat(pages.askedTakes).isEqualTo(new TakeFilter("builder", null, Order.NEWEST, 24, "abc"));
    }

    @Test
    void anUnknownCriticIsA404() throws Exception {
        try (Site site = new Site(pages)) {
            assertThat(site.open("/reviewer/nobody").getStatus()).isEqualTo(404);
        }
    }

    @Test
    void aListMayBeKeptButIsAskedForAgain() throws Exception {
        try (Site site = new Site(pages)) {
            assertThat(site.open("/").getHeader("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(site.open("/panel").getHeader("Cache-Control")).isEqualTo("no-cache");
        }
    }

    @Test
    void aReadSideThatFailsIsAPageToo() throws Exception {
        try (Site site = new Site(null)) {
            MockHttpServletResponse answer = site.open("/panel");
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getContentAsString())
                    .contains("<h1>The sheet cannot be read just now</h1>")
                    .doesNotContain("NullPointer");
        }
    }

    @Test
    void robotsMayReadThePages() throws Exception {
        assertThat(page("/robots.txt")).startsWith("User-agent: *\n").contains("Disallow: /api/");
    }
}
