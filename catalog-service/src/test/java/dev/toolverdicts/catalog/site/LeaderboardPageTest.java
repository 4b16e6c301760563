package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.leaderboard.Leaderboard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaderboardPageTest {

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);

    private String page(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.html(address);
        }
    }

    private static Leaderboard changed(String state, String note) {
        Leaderboard week = Boards.of("week", Samples.MISTRAL);
        return new Leaderboard(
                "week",
                "2026-W48",
                state,
                week.windowFrom(),
                week.windowTo(),
                state.equals("closed") ? Instant.parse("2026-11-30T00:01:00Z") : null,
                note,
                1_873,
                week.rows(),
                Instant.parse("2026-11-30T00:01:00Z"));
    }

    @Test
    void theWeekStandsFirstWithPlacesVotesAndWhatTheyHangOn() throws Exception {
        pages.boards.with(Boards.of("week", Samples.MISTRAL, Samples.SCOUT));
        String html = page("/leaderboard");

        assertThat(Html.text(html))
                .containsSubsequence(
                        "Leaderboard · Open until 30 Nov 2026, 00:00 UTC",
                        "Best of week 48, 2026",
                        "Votes cast from 23 November 2026 to 29 November 2026, UTC.",
                        "Today This week This month All time Trending",
                        "1 Mistral 3B",
                        "Ship",
                        "75%",
                        "9 of 12 ship it, likely 47–91%",
                        "1 vote would change this place",
                        "2 Llama 4 Scout",
                        "2 votes would change this place",
                        "Worked out 24 Nov 2026, 18:40 UTC");
        assertThat(html)
                .contains("<a href=\"/leaderboard/week\" aria-current=\"true\">This week</a>")
                .contains("href=\"/leaderboard/week/2026-W48\"")
                .contains("href=\"/leaderboard\" aria-current=\"page\"")
                .contains("<rect class=\"likely\"");
    }

    @Test
    void aFinalBoardSaysSinceWhenAndWhyItWasCountedAgain() throws Exception {
        pages.boards.with(changed("closed", "Counted again on 2 Dec 2026 after votes of this window were ruled on."));

        assertThat(Html.text(page("/leaderboard/week/2026-W48")))
                .contains("Final since 30 Nov 2026, 00:01 UTC", "Counted again on 2 Dec 2026")
                .contains("The first 1 of 1,873 ranked tools.");
    }

    @Test
    void aBoardBetweenItsEndAndItsCloseSaysWhatItWaitsFor() throws Exception {
        pages.boards.with(changed("open", ""));
        assertThat(Html.text(page("/leaderboard"))).contains("Over; the last votes are being counted");
    }

    @Test
    void underFiveVotesThereIsACountAndNoShare() throws Exception {
        Leaderboard week = Boards.of("week", Samples.MISTRAL);
        pages.boards.with(week.with(List.of(Boards.row(1, Samples.MISTRAL, 3, 1, 2L, null))));
        String html = page("/leaderboard");

        assertThat(Html.text(html)).contains("3 ship · 1 skip", "4 votes are too few for a percentage.");
        assertThat(html).doesNotContain("class=\"likely\"");
    }

    @Test
    void aDrawnPlaceSaysSo() throws Exception {
        Leaderboard day = Boards.of("day", Samples.MISTRAL);
        Leaderboard.Row drawn = new Leaderboard.Row(
                1, new UUID(0, 1), "mistral-3b", "Mistral 3B", 9, 3, 75, 0.46, 0.91, null, true, 2.5, null, null);
        pages.boards.with(day.with(List.of(drawn)));

        assertThat(Html.text(page("/leaderboard/day/2026-11-24")))
                .contains("Best of 24 November 2026", "Votes cast on 24 November 2026, UTC.")
                .contains("New: its place is drawn by lot. Liked more than before");
    }

    @Test
    void trendingShowsItsScoreInstead() throws Exception {
        pages.boards.with(Boards.of("trending", Samples.MISTRAL));

        assertThat(Html.text(page("/leaderboard/trending")))
                .contains("Trending now", "Votes ahead, by age", "1.25 trending score")
                .doesNotContain("would change this place");
    }

    @Test
    void earlierBoardsAreOneClickAway() throws Exception {
        Leaderboard week = Boards.of("week", Samples.MISTRAL);
        pages.boards
                .with(week)
                .with(new Leaderboard(
                        "week",
                        "2026-W47",
                        "closed",
                        Instant.parse("2026-11-16T00:00:00Z"),
                        week.windowFrom(),
                        week.windowFrom(),
                        null,
                        0,
                        List.of(),
                        Boards.AS_OF));

        assertThat(page("/leaderboard")).contains("<a href=\"/leaderboard/week/2026-W47\">week 47, 2026</a>");
        assertThat(Html.text(page("/leaderboard/week/2026-W47"))).contains("Nobody voted in this window.");
    }

    @Test
    void beforeTheFirstBoardThePageSaysWhatToDo() throws Exception {
        assertThat(Html.text(page("/leaderboard"))).contains("The first board is on its way");
        try (Site site = new Site(pages)) {
            assertThat(site.open("/leaderboard/week/2026-W01").getStatus()).isEqualTo(404);
            assertThat(site.open("/leaderboard/year").getStatus()).isEqualTo(404);
        }
    }
}
