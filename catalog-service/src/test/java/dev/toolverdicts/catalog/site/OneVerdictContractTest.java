package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.verdict.VerdictChange;
import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One rule for the panel's verdict, and every surface of this service says what it says: for each
/// golden panel, card, table, tool page, comparison, badge, share text, picture, Markdown, feed and
/// API. The mail is compared with them in the stories of the whole system.
class OneVerdictContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> WORDS = List.of("Ship", "Mixed", "Skip", "Pending");

    private static Stream<Map.Entry<String, byte[]>> panels() {
        return ContractSchemas.samples("review.panel.v1").entrySet().stream();
    }

    /// The rule, written here once more.
    private static String word(int ships, int skips, int quorum) {
        if (ships + skips < quorum) {
            return "Pending";
        }
        return ships > skips ? "Ship" : ships == skips ? "Mixed" : "Skip";
    }

    private static ToolCard card(JsonNode panel) {
        ToolCard sample = Samples.tool("aaa", "Aaa").card();
        return new ToolCard(
                sample.slug(),
                sample.name(),
                sample.tagline(),
                sample.summary(),
                sample.category(),
                sample.tags(),
                sample.websiteUrl(),
                sample.status(),
                sample.pricing(),
                sample.license(),
                sample.bestFor(),
                sample.notFor(),
                sample.repoUrl(),
                sample.facts(),
                sample.latestRelease(),
                new ToolCard.Panel(
                        panel.get("ships").intValue(),
                        panel.get("skips").intValue(),
                        panel.get("pct").isNull() ? null : panel.get("pct").intValue(),
                        panel.get("verdict").asString(),
                        panel.get("quorum").intValue(),
                        panel.get("critics").intValue()),
                sample.community(),
                sample.asOf(),
                sample.versions());
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everySurfaceSaysTheSame(Map.Entry<String, byte[]> sample) throws Exception {
        JsonNode panel = JSON.readTree(sample.getValue());
        ToolCard card = card(panel);
        String word =
                word(card.panel().ships(), card.panel().skips(), card.panel().quorum());
        String counts = card.panel().ships() + " ship / " + card.panel().skips() + " skip";
        FixedPages pages = new FixedPages().with(card, Samples.MISTRAL);
        pages.with(Samples.compare(card, Samples.MISTRAL, List.of()));
        pages.changes.add(new VerdictChange(new UUID(0, 1), card, null, Samples.AS_OF));

        try (Site site = new Site(pages)) {
            String own = Html.text(site.html("/tool/aaa"));
            says(word, "card", Html.text(site.html("/category/developer-tools")), "Aaa Does one thing ");
            says(word, "front page", Html.text(site.html("/")), "Aaa Does one thing ");
            says(word, "comparison", Html.text(site.html("/compare/aaa-vs-mistral-3b")), "Panel verdict: ");
            says(word, "tool page", own, "Expert verdict ");
            says(word.toUpperCase(Locale.ROOT), "share text", own, "Text to paste Aaa: ");
            says(word, "badge", site.open("/badge/aaa.svg").getContentAsString(UTF_8), "Tool Verdicts on Aaa: ");
            says(word, "Markdown", site.open("/tool/aaa.md").getContentAsString(UTF_8), "- Panel verdict: ");
            says(word, "feed", site.open("/feeds/verdicts.atom").getContentAsString(UTF_8), "<title>Aaa: ");
            says(word, "picture", ShareCard.of(card).sides().getFirst().words(), "Aaa: ");
            assertThat(ShareCard.of(card).sides().getFirst().words()).contains(counts);
            assertThat(site.open("/badge/aaa.svg").getContentAsString(UTF_8)).contains(counts);
        }
        JsonNode api = JSON.valueToTree(card);
        assertThat(api.at("/panel/verdict").asString()).isEqualTo(word.toLowerCase(Locale.ROOT));
    }

    private static void says(String word, String surface, String text, String before) {
        assertThat(text).as(surface).contains(before);
        String rest = text.substring(text.indexOf(before) + before.length());
        assertThat(rest).as(surface).startsWith(word);
        assertThat(WORDS.stream()
                        .filter(other -> !other.equalsIgnoreCase(word))
                        .filter(other -> rest.regionMatches(true, 0, other, 0, other.length())))
                .as(surface)
                .isEmpty();
    }
}
