package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Found;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ComparePageTest {

    private static final String SEED = "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";

    private final FixedPages pages =
            new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());

    private String page(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.html(address);
        }
    }

    @Test
    void everyBlockOfTheSeedPageIsThereWithItsFigures() throws Exception {
        String page = page(SEED);

        assertThat(Html.text(page))
                .containsSubsequence(
                        "Compare",
                        "Llama 4 Scout Fine-Tuning Toolkit vs Mistral 3B",
                        "AI tool comparison",
                        "Llama 4 Scout Fine-Tuning Toolkit vs Mistral 3B",
                        "The read",
                        "The panel prefers Mistral 3B, 100% to 75%",
                        "How sure: 4 of 7 critics reviewed each tool; no community votes yet.",
                        "Developer Tools",
                        "Llama 4 Scout Fine-Tuning Toolkit",
                        "Official RLHF, DPO and LoRA recipes for Llama 4 Scout",
                        "Panel verdict: Ship",
                        "Panel ship 75% 3 ship / 1 skip 4 of 7 critics",
                        "Community — No community votes yet. Yours would be the first.",
                        "Entry Free Free / open weights · seen 2026-11-20",
                        "Ship it Skip it",
                        "Meta’s own recipes",
                        "Developer Tools",
                        "Mistral 3B",
                        "Panel ship 100% 4 ship / 0 skip 4 of 7 critics",
                        "Community —",
                        "Entry Free",
                        "An open-weight language model",
                        "Figures as of 24 Nov 2026, 18:40 UTC",
                        "Decision",
                        "Panel verdict Ship · 3 ship / 1 skip Ship · 4 ship / 0 skip",
                        "Community same No community votes yet No community votes yet",
                        "Pricing Free / open weights Free",
                        "Best for",
                        "Category same Developer Tools Developer Tools",
                        "Reviewer scorecard",
                        "The Builder Developer Perspective Ship 85 /100 Composes what is there",
                        "Ship 91 /100 Fits in the memory",
                        "The Skeptic Reality Check Ship 72 /100",
                        "The Futurist Big Picture Ship 81 /100",
                        "The Founder Business Case Widest disagreement · 35 points apart Skip 44 /100",
                        "Ship 79 /100",
                        "Weekly AI Tool Verdicts",
                        "Get the next comparison in your inbox");
    }

    @Test
    void tablesHaveScopedHeadersAndThePageHasItsLandmarks() throws Exception {
        String page = page(SEED);

        assertThat(page)
                .contains("<a class=\"skip-link\" href=\"#main\">")
                .contains(
                        "<main id=\"main\"",
                        "<header class=\"masthead\"",
                        "<footer class=\"foot\"",
                        "<nav aria-label=\"Site\"")
                .contains("<html lang=\"en\"")
                .contains("scope=\"col\">Decision</th>", "scope=\"row\"><span>Pricing</span>");
        assertThat(Html.count(page, "<h1")).isEqualTo(1);
        assertThat(Html.count(page, "scope=\"row\"")).isEqualTo(5 + 4);
    }

    @Test
    void aCriticWhoSaidNothingOfOneSideHasNoTakeThere() throws Exception {
        pages.with(Samples.compare(
                Samples.SCOUT,
                Samples.MISTRAL,
                List.of(Samples.row(
                        "guardian",
                        "The Guardian",
                        "Privacy & Safety",
                        null,
                        Samples.says("ship", 60, "Stays on the device."),
                        false))));

        assertThat(Html.text(page(SEED)))
                .contains("The Guardian Privacy & Safety No take Ship 60 /100 Stays on the device.")
                .doesNotContain("Widest disagreement");
    }

    @Test
    void aPairNobodyReviewedSaysWhatIsMissing() throws Exception {
        ToolCard one = Samples.tool("one", "One").card();
        ToolCard two = Samples.tool("two", "Two").card();
        pages.with(Samples.compare(one, two, List.of()));

        assertThat(Html.text(page("/compare/one-vs-two")))
                .contains("Panel verdict: Pending")
                .contains("Panel ship Pending 0 ship / 0 skip 0 of 7 critics")
                .contains("No critic has reviewed either tool yet.");
    }

    @Test
    void markupInATakeStaysText() throws Exception {
        pages.with(Samples.compare(
                Samples.SCOUT,
                Samples.MISTRAL,
                List.of(Samples.row(
                        "builder",
                        "The Builder",
                        "Developer Perspective",
                        Samples.says("ship", 85, "First.\n\n<script>alert(1)</script> & <b>bold</b>"),
                        null,
                        false))));
        String page = page(SEED);

        assertThat(page)
                .contains("<p>First.</p><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;</p>")
                .doesNotContain("<script>alert", "<b>bold");
    }

    @Test
    void theOtherOrderAndOldSlugsLeadToTheOneAddress() throws Exception {
        pages.pairs.put("b-vs-a", new Found.Moved("a-vs-b"));
        pages.pairs.put("a-vs-a", new Found.SameTool("a"));
        try (Site site = new Site(pages)) {
            MockHttpServletResponse reversed = site.open("/compare/b-vs-a");
            assertThat(reversed.getStatus()).isEqualTo(301);
            assertThat(reversed.getHeader("Location")).isEqualTo("/compare/a-vs-b");
            assertThat(reversed.getHeader("Cache-Control")).isEqualTo("max-age=300");
            MockHttpServletResponse same = site.open("/compare/a-vs-a");
            assertThat(same.getStatus()).isEqualTo(301);
            assertThat(same.getHeader("Location")).isEqualTo("/tool/a");
        }
    }

    @Test
    void anUnknownPairIsA404ThatShowsWhatIsNear() throws Exception {
        try (Site site = new Site(pages)) {
            MockHttpServletResponse half = site.open("/compare/mistral-3b-vs-nothing");
            assertThat(half.getStatus()).isEqualTo(404);
            assertThat(Html.text(half.getContentAsString()))
                    .contains("Only one of the two is here", "Mistral 3B is on the sheet", "Comparisons nearby")
                    .contains("Llama 4 Scout Fine-Tuning Toolkit vs Mistral 3B");
            MockHttpServletResponse none = site.open("/compare/what");
            assertThat(none.getStatus()).isEqualTo(404);
            assertThat(none.getContentAsString()).contains("No such comparison", "noindex");
        }
    }

    @Test
    void onlyPairsOfOneCategoryAreOfferedToSearchEngines() throws Exception {
        ToolCard other = Samples.tool("midjourney", "Midjourney")
                .category("design-creative", "Design & Creative")
                .card();
        pages.with(Samples.compare(other, Samples.MISTRAL, List.of()));

        assertThat(page(SEED))
                .contains("<link rel=\"canonical\" href=\"https://verdicts.example" + SEED + "\">")
                .doesNotContain("noindex");
        assertThat(page("/compare/midjourney-vs-mistral-3b"))
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("rel=\"canonical\"");
    }

    @Test
    void theIndexHoldsUsefulPairsOnly() throws Exception {
        pages.with(Samples.tool("dify", "Dify")
                .category("app-builders", "App Builders")
                .card());

        assertThat(page("/compare"))
                .contains("href=\"" + SEED + "\"", "href=\"/category/developer-tools\"")
                .doesNotContain("Dify");
    }
}
