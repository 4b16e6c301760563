package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A community's percentage never stands without its interval.
class IntervalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/tool/mistral-3b",
                "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b",
                "/category/developer-tools",
                "/leaderboard"
            })
    void everyPercentageOfTheCommunityIsDrawnWithItsInterval(String address) throws Exception {
        // 83 % is nobody else's figure here.
        var left = Samples.withVotes(Samples.SCOUT, 10, 2);
        var right = Samples.withVotes(Samples.MISTRAL, 10, 2);
        FixedPages pages = new FixedPages().with(left, right).with(Samples.compare(left, right, List.of()));
        pages.boards.with(Boards.of("week", left).with(List.of(Boards.row(1, left, 10, 2, 3L, null))));
        try (Site site = new Site(pages)) {
            String html = site.html(address);
            assertThat(Html.count(html, ">83%<") + Html.count(html, "· 83%<")).isPositive();
            assertThat(Html.count(html, "class=\"likely\""))
                    .isGreaterThanOrEqualTo(Html.count(html, ">83%<") + Html.count(html, "· 83%<"));
        }
    }
}
