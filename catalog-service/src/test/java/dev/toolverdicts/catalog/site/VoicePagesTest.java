package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.voice.ToolVoice;
import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What voters say with their votes, and the form that takes it.
class VoicePagesTest {

    private static final String TOOL = "/tool/mistral-3b";
    private static final String PAIR = "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";

    private final FixedPages pages =
            new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());

    private String page(String address, String choice, String said) throws Exception {
        try (Site site = new Site(pages)) {
            site.voteAnswer = """
                    {"votes": {"mistral-3b": {"choice": %s, "counted": true}}, "formToken": "t",
                     "said": {%s}}""".formatted(choice, said);
            return site.html(address);
        }
    }

    private void spoken() {
        pages.voices.put(
                "mistral-3b",
                new ToolVoice(
                        Map.of("builder", Samples.tally(9, 1), "founder", Samples.tally(2, 1)),
                        List.of(
                                new ToolVoice.Reason("ship", "builder", "It <b>fits</b>."),
                                new ToolVoice.Reason("skip", null, "Too slow."))));
        pages.takes.put(
                "mistral-3b",
                List.of(
                        Samples.take("builder", "The Builder", "Developer Perspective", "skip", 40, "No."),
                        Samples.take("skeptic", "The Skeptic", "Reality Check", "ship", 80, "Yes.")));
    }

    @Test
    void beforeAVoteNothingIsAsked() throws Exception {
        assertThat(page(TOOL, "null", ""))
                .containsPattern("<details[^>]*data-voice=\"mistral-3b\"[^>]*hidden=\"hidden\"");
    }

    @Test
    void afterAVoteAFormAsksForRoleAndReason() throws Exception {
        String page = page(TOOL, "\"ship\"", "");
        assertThat(page)
                .contains("action=\"/tool/mistral-3b/vote/reason\"")
                .doesNotContainPattern("<details[^>]*data-voice=\"mistral-3b\"[^>]*hidden");
        assertThat(Html.text(page)).contains("Say who you are and why", "Builder Skeptic Futurist Founder");
    }

    @Test
    void whatWasSaidIsInTheForm() throws Exception {
        String page = page(
                TOOL,
                "\"ship\"",
                "\"mistral-3b\": {\"role\": \"founder\", \"reason\": \"It pays.\", \"reasonState\": \"waiting\"}");
        assertThat(page)
                .containsPattern("<option value=\"founder\" selected=\"selected\"")
                .contains("value=\"It pays.\"");
        assertThat(Html.text(page)).contains("A moderator reads your reason before others do.");
    }

    @Test
    void eachCriticStandsBesideTheVotersOfTheRole() throws Exception {
        spoken();
        String text = Html.text(page(TOOL, "null", ""));
        assertThat(text)
                .containsSubsequence(
                        "Panel versus community by role",
                        "The Builder Developer Perspective",
                        "Skip",
                        "90% of 10 votes",
                        "Apart",
                        "The Skeptic Reality Check",
                        "Ship",
                        "— no votes yet",
                        "The Founder",
                        "No take",
                        "2 ship · 1 skip too few for a percentage")
                .containsSubsequence(
                        "Why they voted so", "It <b>fits</b>. Shipped it as builder", "Too slow. Skipped it");
        assertThat(page(TOOL, "null", "")).doesNotContain("<b>fits");
    }

    @Test
    void aComparisonHasTheSameRowsWithAColumnForEachTool() throws Exception {
        spoken();
        assertThat(Html.text(page(PAIR, "null", "")))
                .containsSubsequence(
                        "Panel versus community by role",
                        "The Builder",
                        "— no votes yet",
                        "90% of 10 votes",
                        "The Skeptic");
    }

    @Test
    void theFormHasTheRolesOfTheContract() {
        assertThat(ContractSchemas.samples("vote.voice.v1").get("seven-roles.json"))
                .isNotNull()
                .satisfies(sample -> assertThat(new JsonMapper()
                                .readTree(sample)
                                .get("roles")
                                .valueStream()
                                .map(each -> each.get("role").asString()))
                        .containsExactlyElementsOf(RoleRows.KEYS));
    }

    @Test
    void untilAVoterHasSaidARoleThereIsNoTable() throws Exception {
        assertThat(Html.text(page(TOOL, "null", ""))).doesNotContain("by role", "Why they voted so");
        assertThat(Html.text(page(PAIR, "null", ""))).doesNotContain("by role");
    }
}
