package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.alternative.Alternative;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class AlternativesPageTest {

    private static final ToolCard DIFY = Samples.tool("dify", "Dify <b>")
            .category("app-builders", "App Builders")
            .card();

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL, DIFY);

    AlternativesPageTest() {
        pages.alternatives.put(
                "mistral-3b",
                List.of(
                        new Alternative(Samples.SCOUT, true, List.of("models", "open weights"), 1_200),
                        new Alternative(DIFY, false, List.of(), 0)));
    }

    private String page(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.html(address);
        }
    }

    @Test
    void everyPlaceHasItsReason() throws Exception {
        String page = page("/tool/mistral-3b/alternatives");

        assertThat(Html.text(page))
                .containsSubsequence(
                        "Verdicts Developer Tools Mistral 3B Alternatives",
                        "Alternatives to Mistral 3B",
                        "1 Llama 4 Scout Fine-Tuning Toolkit",
                        "Ship 4 of 7 critics",
                        "Shares models, open weights; opened side by side 1,200 times; same category.",
                        "2 Dify <b>",
                        "From App Builders.",
                        "The rule of the order",
                        Alternative.RULE);
        assertThat(page)
                .contains("href=\"/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b\"")
                .contains("<link rel=\"canonical\" href=\"https://verdicts.example/tool/mistral-3b/alternatives\">")
                .doesNotContain("noindex", "<b>");
    }

    @Test
    void aToolWithoutOthersSaysSoAndIsNotToBeFoundByThat() throws Exception {
        assertThat(Html.text(page("/tool/dify/alternatives")))
                .contains("No other tool does the job of Dify <b> on this sheet yet.");
        assertThat(page("/tool/dify/alternatives")).contains("noindex").doesNotContain("<table");
    }

    @Test
    void aCategoryNamesTheFirstForEachOfItsTools() throws Exception {
        String page = page("/category/developer-tools/alternatives");

        assertThat(Html.text(page))
                .containsSubsequence(
                        "Developer Tools alternatives",
                        "Alternatives to Llama 4 Scout Fine-Tuning Toolkit None on the sheet yet.",
                        "Alternatives to Mistral 3B Llama 4 Scout Fine-Tuning Toolkit Ship Dify <b> Pending",
                        "The rule of the order");
        assertThat(page).contains("href=\"/tool/mistral-3b/alternatives\"").doesNotContain("noindex");
        assertThat(page("/category/app-builders/alternatives")).contains("noindex");
    }

    @Test
    void aLongCategoryHasANextPage() throws Exception {
        for (int i = 0; i < 12; i++) {
            pages.with(Samples.tool("t" + i, "T" + i).card());
        }

        assertThat(page("/category/developer-tools/alternatives"))
                .contains("href=\"/category/developer-tools/alternatives?cursor=next\"");
        assertThat(page("/category/developer-tools/alternatives?cursor=next")).contains("noindex");
    }

    @Test
    void toolAndCategoryLeadHere() throws Exception {
        assertThat(page("/tool/mistral-3b"))
                .contains("Looking for Mistral 3B alternatives?", "href=\"/tool/mistral-3b/alternatives\"")
                .contains("href=\"/category/developer-tools/alternatives\">See all Developer Tools alternatives</a>");
        assertThat(page("/category/developer-tools")).contains("href=\"/category/developer-tools/alternatives\"");
        assertThat(page("/category/app-builders")).doesNotContain("/alternatives");
    }

    @Test
    void oldNamesLeadToThePresentOnes() throws Exception {
        pages.renamed.put("mistral", "mistral-3b");
        try (Site site = new Site(pages)) {
            MockHttpServletResponse moved = site.open("/tool/mistral/alternatives");
            assertThat(moved.getStatus()).isEqualTo(301);
            assertThat(moved.getHeader("Location")).isEqualTo("/tool/mistral-3b/alternatives");
            assertThat(site.open("/category/coding/alternatives").getHeader("Location"))
                    .isEqualTo("/category/developer-tools/alternatives");
            assertThat(site.open("/tool/nothing/alternatives").getStatus()).isEqualTo(404);
            assertThat(site.open("/category/nothing/alternatives").getStatus()).isEqualTo(404);
        }
    }
}
