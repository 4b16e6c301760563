package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Found;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareExportTest {

    private static final String SEED = "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";

    private final FixedPages pages =
            new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());

    private MockHttpServletResponse open(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.open(address);
        }
    }

    private String file(String address) throws Exception {
        MockHttpServletResponse answer = open(address);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theMarkdownIsWhatThePageSaysWithItsTimeAndItsSources() throws Exception {
        assertThat(file(SEED + ".md"))
                .startsWith("""
                        # Llama 4 Scout Fine-Tuning Toolkit vs Mistral 3B

                        > The panel prefers Mistral 3B, 100% to 75%; the community has too few votes to tell; both are free to start.

                        How sure: 4 of 7 critics reviewed each tool; no community votes yet. Take it as a lean.

                        | Decision | Llama 4 Scout Fine-Tuning Toolkit | Mistral 3B |
                        |---|---|---|
                        | Panel verdict | Ship · 3 ship / 1 skip | Ship · 4 ship / 0 skip |
                        """)
                .contains("""
                        | The Founder \\(widest disagreement\\) | Skip, 44/100 | Ship, 79/100 |
                        """)
                .contains("""
                        ### The Founder, Business Case

                        **Llama 4 Scout Fine-Tuning Toolkit**: Skip, 44/100

                        > There is no buyer here. It is a budget line of somebody else.

                        **Mistral 3B**: Ship, 79/100
                        """)
                .contains("## The rule of the read\n\nThe panel prefers a tool when it is at least 10 points ahead.\n")
                .contains("- Mistral 3B: official site <https://www.example.org/tool>, price seen 2026-11-20,"
                        + " reviews <https://verdicts.example/tool/mistral-3b#reviews>,"
                        + " votes <https://verdicts.example/tool/mistral-3b/votes>; as of 2026-11-24T18:40:00Z\n")
                .endsWith("Figures as of 2026-11-24T18:40:00Z. <https://verdicts.example" + SEED + ">\n");
    }

    @Test
    void theSpreadsheetHasAColumnPerToolAndEveryRowIsAsLong() throws Exception {
        String csv = file(SEED + ".csv");

        assertThat(csv)
                .startsWith(
                        "\"Section\",\"Item\",\"All tools\",\"Llama 4 Scout Fine-Tuning Toolkit\",\"Mistral 3B\"\r\n")
                .contains("\"Comparison\",\"Address\",\"https://verdicts.example" + SEED + "\",,\r\n")
                .contains("\"Comparison\",\"As of\",\"2026-11-24T18:40:00Z\",\"2026-11-24T18:40:00Z\",")
                .contains("\"Comparison\",\"Read\",\"The panel prefers Mistral 3B, 100% to 75%;")
                .contains("\"Comparison\",\"Rule\",\"The panel prefers a tool when")
                .contains("\"Decision\",\"Pricing\",,\"Free / open weights\",\"Free\"\r\n")
                .contains("\"Decision\",\"Category\",\"same\",\"Developer Tools\",\"Developer Tools\"\r\n")
                .contains("\"Scorecard\",\"The Founder, score\",\"widest disagreement\",44,79\r\n")
                .contains("\"Scorecard\",\"The Founder, verdict\",,\"skip\",\"ship\"\r\n")
                .contains("\"Source\",\"Official site\",,\"https://www.example.org/tool\",")
                .contains("\"Source\",\"Price seen\",,\"2026-11-20T00:00:00Z\",\"2026-11-20T00:00:00Z\"\r\n")
                .contains(
                        "\"Source\",\"Votes\",,\"https://verdicts.example/tool/llama-4-scout-fine-tuning-toolkit/votes\",");
        assertThat(csv.split("\r\n", -1))
                .filteredOn(row -> !row.isEmpty())
                .allSatisfy(row -> assertThat(row.replaceAll("\"[^\"]*\"", "").split(",", -1))
                        .as(row)
                        .hasSize(5));
    }

    @Test
    void theJsonIsTheComparisonWithItsAddressItsTimeAndItsSources() throws Exception {
        JsonNode json = JsonMapper.builder().build().readTree(file(SEED + ".json"));

        assertThat(json.at("/address").asString()).isEqualTo("https://verdicts.example" + SEED);
        assertThat(json.at("/asOf").asString()).isEqualTo("2026-11-24T18:40:00Z");
        assertThat(json.at("/sources/1").propertyNames())
                .containsExactlyInAnyOrder("tool", "website", "priceSeen", "reviews", "votes", "facts", "asOf");
        assertThat(json.at("/comparison/tools/1/slug").asString()).isEqualTo("mistral-3b");
        assertThat(json.at("/comparison/tools/1/license/class").asString()).isEqualTo("osi_open");
        assertThat(json.at("/comparison/basis/pick").asString()).isEqualTo("mistral-3b");
    }

    @Test
    void everyFileSaysWhereFactsWereReadAndWhen() throws Exception {
        Instant captured = Instant.parse("2026-09-01T00:00:00Z");
        Instant verified = Instant.parse("2026-10-05T08:00:00Z");
        ToolCard old = Samples.tool("old", "Old")
                .fact(new Fact("https://prices.example/old", captured, verified, "editor", true, false))
                .card();
        ToolCard odd = Samples.tool("odd", "Odd")
                .fact(new Fact("javascript:alert(1)", captured, verified, "editor", false, false))
                .card();
        pages.with(Samples.compare(odd, old, List.of()));
        String address = "/compare/odd-vs-old";

        assertThat(file(address + ".md"))
                .contains("  - price: <https://prices.example/old>, captured 2026-09-01, verified 2026-10-05, check\n")
                .contains("  - price: no source named, captured 2026-09-01, verified 2026-10-05\n")
                .contains("  - license: no source named, captured 2026-11-24, verified 2026-11-24\n  - status: ")
                .doesNotContain("javascript:");
        assertThat(file(address + ".csv"))
                .contains("\"Source\",\"Price, source\",,,\"https://prices.example/old\"\r\n")
                .contains("\"Source\",\"Price, first seen\",,\"2026-09-01T00:00:00Z\",\"2026-09-01T00:00:00Z\"\r\n")
                .contains("\"Source\",\"Price, last seen\",,\"2026-10-05T08:00:00Z\",\"2026-10-05T08:00:00Z\"\r\n")
                .contains("\"Source\",\"License, source\",,,\r\n", "\"Source\",\"Status, last seen\",,\"2026-11-24T");
        JsonNode facts =
                JsonMapper.builder().build().readTree(file(address + ".json")).at("/sources/1/facts");
        assertThat(facts.valueStream().map(fact -> fact.get("fact").asString()))
                .containsExactly("price", "license", "status");
        assertThat(facts.at("/0/sourceUrl").asString()).isEqualTo("https://prices.example/old");
        assertThat(facts.at("/0/capturedAt").asString()).isEqualTo("2026-09-01T00:00:00Z");
        assertThat(facts.at("/0/verifiedAt").asString()).isEqualTo("2026-10-05T08:00:00Z");
        assertThat(facts.at("/0/check").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({".md, text/markdown;charset=UTF-8", ".csv, text/csv;charset=UTF-8", ".json, application/json"})
    void aFileSaysWhatItIsAndIsNotForSearchEngines(String ending, String type) throws Exception {
        MockHttpServletResponse answer = open(SEED + ending);

        assertThat(answer.getContentType()).isEqualTo(type);
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + SEED.substring("/compare/".length()) + ending + "\"");
        assertThat(answer.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.getHeader("ETag")).isEqualTo("\"1.1.1-1.1.1-7\"");
        assertThat(answer.getHeaders("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void aMissingTakeIsSaidAndMarkupStaysText() throws Exception {
        ToolCard odd = Samples.tool("odd", "=SUM(A1) | <b>").website(null).card();
        pages.with(Samples.compare(
                odd,
                Samples.SCOUT,
                List.of(Samples.row(
                        "builder",
                        "The Builder",
                        "Developer Perspective",
                        null,
                        Samples.says("ship", 85, "- \"First\".\n\n# Second\n<script>")))));
        String address = "/compare/odd-vs-llama-4-scout-fine-tuning-toolkit";

        assertThat(file(address + ".md"))
                .contains("# =SUM\\(A1\\) \\| \\<b\\> vs ")
                .contains("| The Builder | No take | Ship, 85/100 |\n")
                .contains("\n> \\- \"First\".\n>\n> \\# Second \\<script\\>\n")
                .contains("- =SUM\\(A1\\) \\| \\<b\\>: price seen");
        assertThat(file(address + ".csv"))
                .contains(",\"'=SUM(A1) | <b>\",")
                .contains("\"The Builder, score\",,\"No take\",85\r\n")
                .contains("\"'- \"\"First\"\".\n\n# Second\n<script>\"\r\n")
                .contains("\"Source\",\"Official site\",,,\"https");
    }

    @Test
    void aComparisonNobodyReviewedSaysSo() throws Exception {
        ToolCard one = Samples.tool("one", "One").card();
        ToolCard two = Samples.tool("two", "Two").card();
        pages.with(Samples.compare(one, two, List.of()));

        assertThat(file("/compare/one-vs-two.md"))
                .contains("## Reviewer scorecard\n\nNo critic has reviewed any of them yet.\n");
    }

    @Test
    void aLongAddressMakesNoLongFileName() throws Exception {
        List<ToolCard> tools = List.of(
                Samples.tool("a".repeat(80), "A").card(),
                Samples.tool("b".repeat(80), "B").card());
        pages.with(Samples.compare(tools, List.of()));

        assertThat(open("/compare/" + "a".repeat(80) + "-vs-" + "b".repeat(80) + ".md")
                        .getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"comparison.md\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {".md", ".csv", ".json"})
    void whereThereIsNoFileAProblemSaysSo(String ending) throws Exception {
        MockHttpServletResponse missing = open("/compare/mistral-3b-vs-nothing" + ending);
        assertThat(missing.getStatus()).isEqualTo(404);
        assertThat(missing.getContentType()).isEqualTo("application/problem+json");
        assertThat(missing.getContentAsString()).contains("/problems/comparison-not-found");
        try (Site broken = new Site(null)) {
            MockHttpServletResponse failed = broken.open(SEED + ending);
            assertThat(failed.getStatus()).isEqualTo(503);
            assertThat(failed.getContentType()).isEqualTo("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".md", ".csv", ".json"})
    void aFileMovesWithItsPage(String ending) throws Exception {
        pages.pairs.put("b-vs-a", new Found.Moved("a-vs-b"));
        pages.pairs.put("a-vs-a", new Found.SameTool("a"));

        MockHttpServletResponse reversed = open("/compare/b-vs-a" + ending);
        assertThat(reversed.getStatus()).isEqualTo(301);
        assertThat(reversed.getHeader("Location")).isEqualTo("/compare/a-vs-b" + ending);
        assertThat(reversed.getHeaders("Cache-Control")).containsExactly("max-age=300");
        assertThat(open("/compare/a-vs-a" + ending).getHeader("Location")).isEqualTo("/tool/a");
    }
}
