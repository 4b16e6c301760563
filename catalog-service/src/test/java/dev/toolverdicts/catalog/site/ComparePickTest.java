package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.search.Findings.Match;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/// From two names, or from one tool, to a comparison.
class ComparePickTest {

    private final FixedPages pages = new FixedPages()
            .with(Samples.SCOUT, Samples.MISTRAL)
            .with(Samples.tool("perplexity", "Perplexity")
                    .category("research", "Research")
                    .card());

    private String page(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.html(address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/compare"})
    void aFormTakesTwoNames(String address) throws Exception {
        assertThat(page(address))
                .contains("<form class=\"newsletter\" action=\"/compare\">")
                .contains("<label for=\"pick-a\">One tool</label>", "<label for=\"pick-b\">The other one</label>")
                .contains("id=\"pick-a\" class=\"share\" name=\"a\"", "id=\"pick-b\" class=\"share\" name=\"b\"")
                .contains("<button>Compare the two</button>")
                .doesNotContain("noindex", "No tool is called");
    }

    @ParameterizedTest
    @CsvSource({"perplexity, Mistral 3B", "mistral, PERPLEXITY"})
    void twoNamesLeadToTheComparison(String a, String b) throws Exception {
        try (Site site = new Site(pages)) {
            MockHttpServletResponse answer = site.open("/compare?a=" + a + "&b=" + b.replace(" ", "%20"));
            assertThat(answer.getStatus()).isEqualTo(303);
            assertThat(answer.getHeader("Location")).isEqualTo("/compare/mistral-3b-vs-perplexity");
        }
    }

    @Test
    void whatIsNotFoundIsNamedWithTheNearest() throws Exception {
        pages.near = List.of(new NearName("mistral-3b", "Mistral 3B"));
        String page = page("/compare?a=Perplexity&b=mxstrxl%3Cb%3E");

        assertThat(Html.text(page))
                .containsSubsequence("Compare the two", "No tool is called “mxstrxl<b>”.", "Mistral 3B");
        assertThat(page)
                .contains("href=\"/compare/mistral-3b-vs-perplexity\"")
                .contains("value=\"Perplexity\"", "value=\"mxstrxl&lt;b&gt;\"", "noindex");
        assertThat(page("/compare?a=nothing&b=mxstrxl"))
                .contains("“nothing”", "“mxstrxl”", "href=\"/compare?with=mistral-3b\"");
    }

    @Test
    void oneToolTwiceOrOneNameAloneIsNoPair() throws Exception {
        assertThat(page("/compare?a=mistral&b=mistral%203b"))
                .contains("Both names lead to Mistral 3B.", "href=\"/compare?with=mistral-3b\"");
        assertThat(page("/compare?a=mistral&b=%20")).contains("Name a second tool as well.");
        assertThat(page("/compare?a=&b=")).doesNotContain("Name a second tool", "No tool is called", "noindex");
        assertThat(page("/compare?a=%00&b=" + "x".repeat(201))).doesNotContain("No tool is called");
    }

    @Test
    void aToolIsJoinedByAnyOther() throws Exception {
        String page = page("/compare?with=perplexity&q=mistral");

        assertThat(Html.text(page))
                .containsSubsequence(
                        "Compare Perplexity with another tool",
                        "both stand side by side",
                        "With “mistral”",
                        "Mistral 3B Ship Developer Tools");
        assertThat(page)
                .contains("name=\"with\" value=\"perplexity\"", "href=\"/tool/perplexity\"", "noindex")
                .contains("href=\"/compare/mistral-3b-vs-perplexity\"");
        assertThat(Html.text(page("/compare?with=perplexity"))).contains("There is no other one.");
    }

    @Test
    void aNameThatNoToolHasLeadsToTheNearest() throws Exception {
        pages.match = Match.NONE;
        pages.near = List.of(new NearName("mistral-3b", "Mistral 3B"), new NearName("gone", "Gone"));

        assertThat(page("/compare?with=perplexity&q=mxstrxl"))
                .contains("href=\"/compare/mistral-3b-vs-perplexity\"")
                .doesNotContain("Gone");
    }

    @Test
    void aFormerAddressIsThePresentTool() throws Exception {
        pages.renamed.put("old", "perplexity");
        try (Site site = new Site(pages)) {
            MockHttpServletResponse moved = site.open("/compare?with=old");
            assertThat(moved.getStatus()).isEqualTo(301);
            assertThat(moved.getHeader("Location")).isEqualTo("/compare?with=perplexity");
        }
    }

    @Test
    void aToolAloneInItsCategoryHasAWayToAComparison() throws Exception {
        assertThat(page("/tool/perplexity"))
                .contains("href=\"/compare?with=perplexity\">Compare with another tool</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor, Cursor, true",
        "claudecode, Claude Code, true",
        "cluade code, Claude Code, true",
        "perplexty, Perplexity, true",
        "mistral, Mistral 3B, true",
        "zoe, Zoë, true",
        "gpt, Get, false",
        "editor for code, Cursor, false",
        "'?!', Cursor, false"
    })
    void aNameMayHaveASlipInThreeLetters(String typed, String name, boolean meant) {
        assertThat(ToolNames.isMeant(typed, name)).isEqualTo(meant);
    }
}
