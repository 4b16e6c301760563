package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.search.Facets;
import dev.toolverdicts.catalog.search.Facets.Facet;
import dev.toolverdicts.catalog.search.Facets.VoteFacet;
import dev.toolverdicts.catalog.search.Findings.Match;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPageTest {

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);

    private String page(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.html(address);
        }
    }

    private void twoKindsOfEverything() {
        pages.facets = new Facets(
                List.of(new Facet("developer-tools", 12), new Facet("models", 3)),
                List.of(new Facet("osi_open", 14), new Facet("open_weight_restricted", 1)),
                List.of(new Facet("Free", 1_200)),
                List.of(new Facet("ship", 9), new Facet("pending", 6)),
                List.of(new VoteFacet(5, 2)));
    }

    @Test
    void whatIsFoundStandsUnderTheForm() throws Exception {
        twoKindsOfEverything();

        assertThat(Html.text(page("/search?q=mistral")))
                .containsSubsequence(
                        "Search Tools for “mistral”",
                        "Find a tool",
                        "1 tool.",
                        "Category Any Developer Tools 12 models 3",
                        "License Any Open source 14 Open weights, with conditions 1",
                        "Entry Any Free 1,200",
                        "Panel verdict Any Ship 9 Pending 6",
                        "Votes Any 5 or more 2",
                        "Mistral 3B",
                        "Weekly AI Tool Verdicts");
        assertThat(page("/search?q=mistral"))
                .contains("<form class=\"newsletter\" role=\"search\" action=\"/search\">", "value=\"mistral\"")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("rel=\"canonical\"", "Llama 4 Scout");
    }

    @Test
    void aChoiceHasItsAddressAndCanBeTakenBack() throws Exception {
        twoKindsOfEverything();
        String page = page("/search?q=m&verdict=ship&sort=panel");

        assertThat(page)
                .contains("href=\"/search?q=m&amp;verdict=ship&amp;sort=panel&amp;category=models\"")
                .contains("href=\"/search?q=m&amp;sort=panel\">Any</a>")
                .contains("aria-current=\"true\">Ship</a>")
                .contains("href=\"/search?q=m&amp;verdict=ship\">Best match</a>")
                .contains("aria-current=\"true\">Panel ship</a>")
                .contains("<a href=\"/search?q=m\" rel=\"nofollow\">Take all choices back</a>")
                .contains("<input type=\"hidden\" name=\"verdict\" value=\"ship\">")
                .doesNotContain("name=\"sort\"");
        assertThat(pages.asked.verdict()).isEqualTo("ship");
        assertThat(pages.asked.sort()).isEqualTo(Sort.PANEL);
    }

    @Test
    void aChoiceThatLeavesNothingIsStillThereToBeTakenBack() throws Exception {
        String page = page("/search?q=m&verdict=skip&minVotes=7");

        assertThat(Html.text(page))
                .contains("Nothing is left of what was found.", "Panel verdict Any Skip 0", "Votes Any 7 or more 0");
        assertThat(page).contains("/search?q=m&amp;minVotes=7\"", "/search?q=m&amp;verdict=skip\"");
    }

    @Test
    void wordsAreShownAndNeverObeyed() throws Exception {
        twoKindsOfEverything();
        String page = page("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%20%26category=models%20%7Bx%7D%20%2B%25");

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;");
        assertThat(Html.text(page)).contains("Tools for “\"><script>alert(1)</script> &category=models {x} +%”");
        assertThat(page)
                .contains("q=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%20%26category%3Dmodels%20%7Bx%7D%20%2B%25");
        assertThat(pages.asked.category()).isNull();
    }

    @Test
    void whatIsCloseSaysSo() throws Exception {
        pages.match = Match.CLOSE;

        assertThat(Html.text(page("/search?q=mistral")))
                .contains("No tool has these words as they are typed. What comes close: 1 tool.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mistral%20vs%20llama",
                "llama%20VS.%20mistral%203b",
                "compare%20mistral%20versus%20llama",
                "mistral%20or%20llama",
                "mistral%20and%20llama",
                "llama,mistral"
            })
    void twoNamesAreOfferedAsAComparisonFirst(String words) throws Exception {
        pages.match = Match.NONE;
        String page = page("/search?q=" + words);

        assertThat(page).contains("href=\"/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b\">Compare ");
        assertThat(page.indexOf("href=\"/compare/llama")).isLessThan(page.indexOf("role=\"search\""));
        assertThat(page).doesNotContain("No tool has these words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mistral",
                "mistral%20vs%20mistral%203b",
                "mistral%20vs%20nothing",
                "mistral%20vs",
                "mistral,",
                "mistral%20vs%20llama%20vs%20mistral",
                "vsmistral%20orllama"
            })
    void whatIsNotTwoToolsIsNoComparison(String words) throws Exception {
        assertThat(page("/search?q=" + words)).doesNotContain(">Compare Mistral", ">Compare Llama");
    }

    @Test
    void nothingOffersTheNearestNames() throws Exception {
        pages.match = Match.NONE;
        pages.near = List.of(new NearName("mistral-3b", "Mistral 3B"));

        assertThat(Html.text(page("/search?q=mxstrxl")))
                .containsSubsequence(
                        "No tool has these words, and none comes close to them.", "Perhaps you meant", "Mistral 3B");
        assertThat(page("/search?q=mxstrxl"))
                .contains("href=\"/tool/mistral-3b\"")
                .doesNotContain("<table");
    }

    @Test
    void withoutWordsTheListIsThere() throws Exception {
        assertThat(Html.text(page("/search"))).contains("Find a tool", "2 tools.", "Newest Panel ship Community");
        assertThat(page("/search")).doesNotContain("Best match");
        assertThat(pages.asked.sort()).isEqualTo(Sort.NEWEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category=Models",
                "category=models%20",
                "verdict=SHIP",
                "entry=free",
                "licenseClass=x",
                "minVotes=-1",
                "minVotes=99999999999",
                "sort=best",
                "q=%20%09"
            })
    void whatMakesNoSenseIsNotChosen(String query) throws Exception {
        assertThat(page("/search?" + query)).contains("<h1>Find a tool</h1>");
        assertThat(pages.asked).isEqualTo(new CardFilter(null, null, null, null, null, 0, Sort.NEWEST, 24, null));
    }

    @ParameterizedTest
    @CsvSource({
        "category=Models, category “Models”",
        "verdict=SHIP, panel verdict “SHIP”",
        "entry=free, entry “free”",
        "licenseClass=x, license “x”",
        "minVotes=-1, votes “-1”",
        "sort=best, order “best”"
    })
    void whatIsNotChosenIsSaidToBeLeftOut(String query, String said) throws Exception {
        String page = page("/search?q=mistral&" + query);

        assertThat(Html.text(page))
                .containsOnlyOnce("Left out, since nothing here is called that: " + said + ".")
                .contains("1 tool.", "Mistral 3B");
        assertThat(page("/search?q=mistral&verdict=ship&sort=panel&category=coding&minVotes=1&entry=&licenseClass="))
                .doesNotContain("Left out");
    }

    @Test
    void whatIsLeftOutIsShownShortAndNeverObeyed() throws Exception {
        String page = page("/search?verdict=%3Cscript%3E&sort=" + "x".repeat(60));

        assertThat(page).doesNotContain("“<script>").contains("“&lt;script&gt;”");
        assertThat(Html.text(page))
                .contains("panel verdict “<script>”, order “" + "x".repeat(40) + "…”.")
                .doesNotContain("x".repeat(41));
    }

    @Test
    void anOldNameOfACategoryIsTheCategory() throws Exception {
        page("/search?category=coding");

        assertThat(pages.asked.category()).isEqualTo("developer-tools");
    }

    @Test
    void aLongListHasANextPage() throws Exception {
        for (int i = 0; i < 30; i++) {
            pages.with(Samples.tool("t" + i, "T" + i).card());
        }

        assertThat(page("/search?q=t")).contains("href=\"/search?q=t&amp;cursor=next\"");
    }

    @Test
    void theFormIsWhereOneMayBeLost() throws Exception {
        for (String address : List.of("/", "/tool/nothing", "/category/nothing")) {
            assertThat(page(address)).as(address).contains("role=\"search\" action=\"/search\"");
        }
    }
}
