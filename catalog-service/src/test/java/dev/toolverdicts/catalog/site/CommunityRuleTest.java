package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.alternative.Alternative;
import dev.toolverdicts.catalog.card.ToolCard;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/// One rule wherever people read the community's number: a dash where nobody has voted, counts
/// under five votes, from there on a share with its count.
class CommunityRuleTest {

    private static final String PAIR = "llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";

    /// Everything that shows a community's number, and what never does.
    private static String shown(String address, long ships, long skips) throws Exception {
        ToolCard voted = Samples.withVotes(Samples.MISTRAL, ships, skips);
        FixedPages pages = new FixedPages()
                .with(Samples.withVotes(Samples.SCOUT, ships, skips), voted)
                .with(Samples.compare(Samples.withVotes(Samples.SCOUT, ships, skips), voted, List.of()));
        pages.alternatives.put(
                Samples.SCOUT.slug(), List.of(new Alternative(voted, true, List.of("models", "open weights"), 3)));
        pages.boards.with(Boards.of("week", voted).with(List.of(Boards.row(1, voted, ships, skips, 3L, null))));
        try (Site site = new Site(pages)) {
            MockHttpServletResponse answer = site.open(address);
            assertThat(answer.getStatus()).as(address).isEqualTo(200);
            return answer.getContentAsString(UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/tool/mistral-3b",
                "/tool/mistral-3b.md",
                "/compare/" + PAIR,
                "/category/developer-tools",
                "/search?q=mistral",
                "/tool/llama-4-scout-fine-tuning-toolkit/alternatives"
            })
    void aShareIsShownFromFiveVotesOn(String address) throws Exception {
        assertThat(shown(address, 0, 0)).contains("—").doesNotContain("0 ship · 0 skip", ">0%<");
        assertThat(shown(address, 2, 1)).contains("2 ship · 1 skip").doesNotContain("67%");
        assertThat(shown(address, 3, 2)).contains("60%").doesNotContain("3 ship · 2 skip");
    }

    /// Nobody without a vote is on it.
    @Test
    void leaderboardsDoTheSame() throws Exception {
        assertThat(shown("/leaderboard", 2, 1)).contains("2 ship · 1 skip").doesNotContain("67%");
        assertThat(shown("/leaderboard", 3, 2)).contains("60%");
    }

    /// What others keep for long tells the panel's verdict alone.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/badge/mistral-3b.svg",
                "/feeds/verdicts.json",
                "/feeds/verdicts.atom",
                "/llms.txt",
                "/compare/" + PAIR + ".csv",
                "/compare/" + PAIR + ".md"
            })
    void noOtherKindHasAShareOfFew(String address) throws Exception {
        assertThat(shown(address, 2, 1)).doesNotContain("67%", "67 %");
    }

    @Test
    void structuredDataClaimsNoRatingOfFew() throws Exception {
        assertThat(shown("/tool/mistral-3b", 3, 2)).doesNotContain("AggregateRating", "ratingCount");
        assertThat(shown("/tool/mistral-3b", 20, 10)).contains("AggregateRating");
    }

    @Test
    void picturesAreTheSameWhateverTheVotes() {
        assertThat(ShareCard.of(Samples.withVotes(Samples.MISTRAL, 3, 2)))
                .isEqualTo(ShareCard.of(Samples.withVotes(Samples.MISTRAL, 0, 0)));
    }

    @Test
    void theScriptOfOpenPagesGoesByTheSameNumber() throws IOException {
        try (InputStream script = CommunityRuleTest.class.getResourceAsStream("/static/assets/site.js")) {
            assertThat(new String(Objects.requireNonNull(script).readAllBytes(), UTF_8))
                    .contains("const MIN_FOR_SHARE = " + ToolCard.Community.ENOUGH_FOR_A_SHARE + ";");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 4})
    void fewAreNotEnough(long votes) {
        assertThat(Samples.tally(votes, 0).hasShare()).isFalse();
        assertThat(ToolCard.Community.areEnough(votes)).isFalse();
        assertThat(Samples.tally(5, 0).hasShare()).isTrue();
    }
}
