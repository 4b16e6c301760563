package dev.toolverdicts.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteTest {

    private static final List<String> CATEGORIES = List.of("models", "agents", "audio");
    private static final List<String> CRITICS = List.of("a", "b", "c", "d", "e", "f", "g");

    @Test
    void theCommandLineChoosesRowsAndSizes() {
        assertThat(SiteSettings.parse().rows()).isEqualTo(SiteSettings.ROWS).containsAll(SiteSettings.PAGES);
        assertThat(SiteSettings.parse().isFull()).isTrue();
        SiteSettings some = SiteSettings.parse(
                "search", "--tools", "100", "--reviews", "300", "--votes", "1000", "--seed", "7", "--keep", "dir");
        assertThat(some.rows()).containsExactly("search");
        assertThat(some.seed()).isEqualTo(7);
        assertThat(some.keep()).isEqualTo("dir");
        assertThat(some.isFull()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> SiteSettings.parse("searches"));
        assertThatIllegalArgumentException()
                .as("a critic has one review of a tool")
                .isThrownBy(() -> SiteSettings.parse("--tools", "100", "--reviews", "701"));
        assertThatIllegalArgumentException().isThrownBy(() -> SiteSettings.parse("--changes", "29"));
    }

    @Test
    void aSeedMakesTheSameToolsAndAnotherOneOthers() {
        List<SeededTool> tools = SeededTools.of(1, 500, CATEGORIES);

        assertThat(SeededTools.of(1, 500, CATEGORIES)).isEqualTo(tools);
        assertThat(SeededTools.of(1, 50, CATEGORIES)).isEqualTo(tools.subList(0, 50));
        assertThat(SeededTools.of(2, 500, CATEGORIES)).isNotEqualTo(tools);
        assertThat(tools)
                .extracting(SeededTool::slug)
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z]{5,7}-[a-z]{5,7}"));
        assertThat(tools).extracting(tool -> tool.text().get("category")).containsAll(CATEGORIES);
        assertThat(tools.getFirst().body("USD 9 a month", 9)).contains("USD 9 a month");
    }

    @Test
    void aSeedMakesTheSameReviewsOneOfACriticForATool() {
        List<SeededTool> tools = SeededTools.of(1, 20, CATEGORIES);
        List<SeededReview> reviews = SeededReview.of(1, 80, tools, CRITICS);

        assertThat(reviews).hasSize(80).isEqualTo(SeededReview.of(1, 80, tools, CRITICS));
        assertThat(reviews)
                .extracting(said -> said.tool() + " " + said.critic())
                .doesNotHaveDuplicates();
    }

    @Test
    void aSeedMakesAsManyVotesAsAskedForEachByAnotherVoterOrOnAnotherTool() {
        SeededVotes votes = SeededVotes.of(1, 20_000, 50);

        List<SeededVotes.Vote> all = votes.stream().toList();

        assertThat(all)
                .hasSize(20_000)
                .isEqualTo(SeededVotes.of(1, 20_000, 50).stream().toList());
        assertThat(all).extracting(vote -> vote.tool() + " " + vote.voter()).doesNotHaveDuplicates();
        assertThat(all).extracting(SeededVotes.Vote::castAt).isSorted();
        assertThat(votes.shares()[0]).isGreaterThan(10 * votes.shares()[49]);
        long[][] tallies = votes.tallies();
        assertThat(IntStream.range(0, 50)
                        .mapToLong(tool -> tallies[tool][0] + tallies[tool][1])
                        .sum())
                .isEqualTo(20_000);
    }

    @Test
    void questionsAreTheSameForASeedAndSomeFindNothing() {
        List<SeededTool> tools = SeededTools.of(1, 100, CATEGORIES);
        var questions = Questions.of(1, tools, CATEGORIES);

        assertThat(questions).isEqualTo(Questions.of(1, tools, CATEGORIES)).containsOnlyKeys(SiteSettings.PAGES);
        assertThat(questions.get("compare-five"))
                .allMatch(path -> path.matches("/compare/[a-z]+-[a-z]+(-vs-[a-z]+-[a-z]+){4}"));
        List<String> searches = questions.get("search");
        for (int at = 0; at < searches.size(); at++) {
            String words = searches.get(at).substring("/search?q=".length());
            if (Questions.isWholeName(at)) {
                assertThat(tools).extracting(SeededTool::name).contains(words.replace('+', ' '));
            }
            if (Questions.isNonsense(at)) {
                assertThat(words).matches("[qwxjyv]{9}");
            }
        }
    }
}
