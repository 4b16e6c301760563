package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.duel.DuelRank;
import dev.toolverdicts.catalog.duel.PairCounts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The choice between two tools on their comparison, and the ranks that follow on their category.
class DuelPagesTest {

    private static final String PAIR = "llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";
    private static final String SEED = "/compare/" + PAIR;

    private final FixedPages pages =
            new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());

    private static String answer(String duel) {
        return """
                {"votes": {"mistral-3b": {"choice": null, "counted": false},
                           "llama-4-scout-fine-tuning-toolkit": {"choice": null, "counted": false}},
                 "formToken": "signed-token", "duel": %s}
                """.formatted(duel);
    }

    private String page(String duel) throws Exception {
        try (Site site = new Site(pages)) {
            site.voteAnswer = answer(duel);
            return site.html(SEED);
        }
    }

    @Test
    void theFormWorksWithoutScripts() throws Exception {
        String page = page("{\"winner\": null, \"winsA\": 0, \"winsB\": 0, \"ties\": 0}");

        assertThat(page)
                .contains("<form class=\"vote\" method=\"post\" action=\"/duel/" + PAIR + "\">")
                .contains("<input type=\"hidden\" name=\"formToken\" value=\"signed-token\">")
                .contains("<input type=\"hidden\" name=\"back\" value=\"" + SEED + "\">");
        assertThat(Html.text(page))
                .containsSubsequence(
                        "Which would you ship?",
                        "Llama 4 Scout Fine-Tuning Toolkit Mistral 3B",
                        "It is a tie One choice per pair. You can change it.",
                        "Nobody has chosen between the two yet. Yours would be the first choice.");
    }

    @Test
    void theOwnChoiceIsMarkedAndTheCountsAreThoseOfTheVoteService() throws Exception {
        pages.duels = new PairCounts(1, 1, 1);
        String page = page("{\"winner\": \"b\", \"winsA\": 4, \"winsB\": 7, \"ties\": 1}");

        assertThat(page)
                .containsPattern("<button name=\"winner\"(?=[^>]*value=\"b\")(?=[^>]*aria-pressed=\"true\")")
                .containsPattern("<button name=\"winner\"(?=[^>]*value=\"a\")(?=[^>]*aria-pressed=\"false\")");
        assertThat(Html.text(page))
                .contains("You would ship Mistral 3B · counted Take it back")
                .contains("Of 12 choices: Llama 4 Scout Fine-Tuning Toolkit 4, Mistral 3B 7, a tie 1.");
    }

    @Test
    void lettersFollowTheAddressAndNotTheColumns() throws Exception {
        pages.critics.add(Samples.BUILDER);
        try (Site site = new Site(pages)) {
            site.voteAnswer = answer("{\"winner\": \"b\", \"winsA\": 4, \"winsB\": 7, \"ties\": 1}");

            assertThat(Html.text(site.html(SEED + "?weight=builder.3")))
                    .contains("You would ship Mistral 3B")
                    .contains("Of 12 choices: Mistral 3B 7, Llama 4 Scout Fine-Tuning Toolkit 4, a tie 1.");
        }
    }

    @Test
    void withoutTheVoteServiceThePageTellsTheCountsItKnows() throws Exception {
        pages.duels = new PairCounts(2, 3, 0);
        try (Site site = new Site(pages)) {
            site.voteServiceGoesDown();

            assertThat(Html.text(site.html(SEED)))
                    .contains("Your own choice is not at hand just now.")
                    .contains("Of 5 choices: Llama 4 Scout Fine-Tuning Toolkit 2, Mistral 3B 3, a tie 0.");
        }
    }

    @Test
    void aNewcomerHasChosenNothingAndTheCountsAreThoseKnownHere() throws Exception {
        pages.duels = new PairCounts(2, 3, 0);
        try (Site site = new Site(pages)) {
            assertThat(Html.text(site.openAnew(SEED).getContentAsString(StandardCharsets.UTF_8)))
                    .contains("It is a tie One choice per pair. You can change it.")
                    .contains("Of 5 choices: Llama 4 Scout Fine-Tuning Toolkit 2, Mistral 3B 3, a tie 0.")
                    .doesNotContain("not at hand");
            assertThat(site.asked).hasValue(0);
        }
    }

    @Test
    void ofMoreThanTwoToolsNobodyIsAsked() throws Exception {
        ToolCard dify = Samples.tool("dify", "Dify").card();
        pages.with(Samples.compare(List.of(dify, Samples.SCOUT, Samples.MISTRAL), List.of()));
        try (Site site = new Site(pages)) {
            assertThat(site.html("/compare/dify-vs-" + PAIR)).doesNotContain("Which would you ship?", "/duel/");
        }
    }

    private static DuelRank.Row row(int group, int place, ToolCard tool, long wins, long losses) {
        var named = new DuelRank.Named(tool.slug(), tool.name());
        return new DuelRank.Row(group, place, named, 0.7552, 0.5841, 0.8714, wins, losses, 1);
    }

    private String category() throws Exception {
        try (Site site = new Site(pages)) {
            return site.html("/category/developer-tools");
        }
    }

    @Test
    void aCategoryShowsPlacesWithTheirDoubt() throws Exception {
        pages.duelRanks.put(
                "developer-tools",
                new DuelRank(
                        22, List.of(row(1, 1, Samples.MISTRAL, 17, 3), row(1, 2, Samples.SCOUT, 1, 1)), Samples.AS_OF));

        assertThat(Html.text(category()))
                .containsSubsequence(
                        "Ranked by duels",
                        "From 22 choices between two tools of this category.",
                        "1 Mistral 3B 76% likely 58–87% · 17 wins, 3 losses, 1 tie",
                        "2 Llama 4 Scout Fine-Tuning Toolkit 1 win, 1 loss, 1 tie too few for a percentage")
                .doesNotContain("unranked against each other");
    }

    @Test
    void groupsThatNothingConnectsStandApart() throws Exception {
        pages.duelRanks.put(
                "developer-tools",
                new DuelRank(
                        9, List.of(row(1, 1, Samples.MISTRAL, 6, 3), row(2, 1, Samples.SCOUT, 4, 3)), Samples.AS_OF));

        assertThat(Html.text(category()))
                .contains("No chain of choices connects the 2 groups: tools of different groups are unranked")
                .contains("Ranked by duels: Mistral 3B")
                .contains("Ranked by duels: Llama 4 Scout Fine-Tuning Toolkit");
    }

    @Test
    void withoutDuelsThereIsNoSection() throws Exception {
        pages.duelRanks.put("developer-tools", new DuelRank(0, List.of(), Samples.AS_OF));

        assertThat(category()).doesNotContain("Ranked by duels");
    }
}
