package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.comparison.Found;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A reader weighs the critics; the sample's Founder skips the first tool alone.
class CompareWeightsTest {

    private static final String SEED = "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";
    private static final String WEIGHED = "weight=builder.0&weight=founder.3";

    private final FixedPages pages =
            new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());

    @BeforeEach
    void aPanel() {
        pages.critics.add(Samples.BUILDER);
        pages.critics.add(Samples.critic(2, "skeptic", "The Skeptic", "Reality Check"));
        pages.critics.add(Samples.critic(3, "futurist", "The Futurist", "Big Picture"));
        pages.critics.add(Samples.critic(4, "founder", "The Founder", "Business Case"));
    }

    private MockHttpServletResponse open(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.open(address);
        }
    }

    private String text(String address) throws Exception {
        MockHttpServletResponse answer = open(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void thePageIsComputedAgainAndSaysByWhoseWeights() throws Exception {
        String page = text(SEED + "?" + WEIGHED);

        assertThat(Html.text(page))
                .containsSubsequence(
                        "Mistral 3B vs Llama 4 Scout Fine-Tuning Toolkit",
                        "By your weights the panel prefers Mistral 3B, 100% to 40%;",
                        "By your weights, not the panel’s own read: The Builder 0, The Founder 3; every other critic 1",
                        "By your weights Place 1 · 100% ship",
                        "Place 2 · 40% ship",
                        "Here the panel’s shares are by your weights");
        assertThat(page)
                .contains("data-changes=\"mistral-3b llama-4-scout-fine-tuning-toolkit\"")
                .contains(".md?weight=builder.0&amp;weight=founder.3\"", ".csv?weight=", ".json?weight=")
                .contains("value=\"" + SEED + "?weight=builder.0&amp;weight=founder.3\"");
    }

    @Test
    void theShareThatStandsLargestIsByTheWeightsOnPageAndFilesAlike() throws Exception {
        String page = Html.text(text(SEED + "?" + WEIGHED));
        JsonNode tools = JsonMapper.builder()
                .build()
                .readTree(text(SEED + ".json?" + WEIGHED))
                .at("/comparison/byWeights/tools");

        assertThat(page)
                .containsSubsequence(
                        "Panel ship, by your weights " + tools.at("/0/pct").asInt() + "%",
                        "Panel ship, by your weights " + tools.at("/1/pct").asInt() + "%")
                .doesNotContain("Panel ship 75%", "Panel ship 100%");
        assertThat(text(SEED + ".md?" + WEIGHED)).contains("100% ship", "40% ship");
        assertThat(text(SEED + ".csv?" + WEIGHED)).contains("100% ship", "40% ship");
        assertThat(Html.text(text(SEED)))
                .contains("Panel ship 75%", "Panel ship 100%")
                .doesNotContain("by your weights");
    }

    @Test
    void theFormHoldsWhatWasChosenAndWorksWithoutScripts() throws Exception {
        String plain = text(SEED);
        String weighed = text(SEED + "?differences=only&" + WEIGHED);

        assertThat(plain)
                .contains("<form method=\"get\" action=\"" + SEED + "\">")
                .contains("<option value=\"builder.1\" selected=\"selected\">1 · once</option>")
                .doesNotContain("By your weights", "Back to equal weights");
        assertThat(weighed)
                .contains("<option value=\"builder.0\" selected=\"selected\">0 · not at all</option>")
                .contains("<option value=\"founder.3\" selected=\"selected\">3 · three times</option>")
                .contains("<option value=\"skeptic.1\" selected=\"selected\">1 · once</option>")
                .contains("<input type=\"hidden\" name=\"differences\" value=\"only\">")
                .contains("href=\"" + SEED + "?differences=only\">Back to equal weights");
        assertThat(text(SEED + "?weight=builder.1&weight=skeptic.1&weight=futurist.1&weight=founder.1"))
                .doesNotContain("By your weights");
    }

    @Test
    void searchEnginesHaveThePlainPageOnly() throws Exception {
        assertThat(text(SEED))
                .contains("<link rel=\"canonical\" href=\"https://verdicts.example" + SEED + "\">")
                .doesNotContain("noindex");
        assertThat(text(SEED + "?" + WEIGHED))
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .contains("<meta property=\"og:url\" content=\"https://verdicts.example" + SEED + "\">")
                .doesNotContain("rel=\"canonical\"");
    }

    @ParameterizedTest
    @CsvSource({
        "weight=builder.4, “builder.4” is no weight; write a critic",
        "weight=nobody.1, No critic is called “nobody”",
        "weight=builder.0&weight=skeptic.0&weight=futurist.0&weight=founder.0, 'Every critic has the weight 0'"
    })
    void weightsThatMeanNothingAreAnsweredWithWhatToDo(String query, String said) throws Exception {
        MockHttpServletResponse page = open(SEED + "?" + query);
        assertThat(page.getStatus()).isEqualTo(400);
        assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                .contains("These weights cannot be used", said, "href=\"" + SEED + "\"");

        MockHttpServletResponse file = open(SEED + ".csv?" + query);
        assertThat(file.getStatus()).isEqualTo(400);
        assertThat(file.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void filesTellTheWeights() throws Exception {
        String address = "https://verdicts.example" + SEED + "?" + WEIGHED;
        JsonNode json = JsonMapper.builder().build().readTree(text(SEED + ".json?" + WEIGHED));

        assertThat(text(SEED + ".md?" + WEIGHED))
                .startsWith("# Mistral 3B vs Llama 4 Scout Fine-Tuning Toolkit\n")
                .contains("Weights of the critics: The Builder 0, The Founder 3; every other critic 1.\n")
                .contains("| By your weights | Place 1 ");
        assertThat(text(SEED + ".csv?" + WEIGHED))
                .contains("\"Weights of the critics\",\"The Builder 0, The Founder 3; every other critic 1\",,\r\n")
                .contains("\"Address\",\"" + address + "\"");
        assertThat(json.at("/address").asString()).isEqualTo(address);
        assertThat(json.at("/comparison/byWeights/tools/0/slug").asString()).isEqualTo("mistral-3b");
        assertThat(json.at("/comparison/byWeights/tools/1/pct").asInt()).isEqualTo(40);
        assertThat(json.at("/comparison/byWeights/weights/3").toString())
                .isEqualTo("{\"critic\":\"founder\",\"weight\":3}");
        assertThat(json.at("/comparison/byWeights").has("query")).isFalse();
        assertThat(text(SEED + ".json")).doesNotContain("byWeights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".md", ".csv", ".json"})
    void aMovedAddressKeepsTheWeights(String ending) throws Exception {
        pages.pairs.put("b-vs-a", new Found.Moved("a-vs-b"));

        assertThat(open("/compare/b-vs-a" + ending + "?" + WEIGHED).getHeader("Location"))
                .isEqualTo("/compare/a-vs-b" + ending + "?" + WEIGHED);
    }
}
