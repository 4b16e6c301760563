package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.alternative.Alternative;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/// Lists say which of their tools the visitor has voted on, to nobody else.
class OwnMarksTest {

    private static final String MARK = "data-own=\"mistral-3b\">You skipped it</span>";
    private static final String VOTED = """
            {"votes": {"mistral-3b": {"choice": "skip", "counted": true},
                       "llama-4-scout-fine-tuning-toolkit": {"choice": null, "counted": true}},
             "formToken": "t"}
            """;

    private final FixedPages pages =
            new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());

    @BeforeEach
    void listsOfEveryKind() {
        pages.boards.with(Boards.of("week", Samples.SCOUT, Samples.MISTRAL));
        pages.alternatives.put(
                "llama-4-scout-fine-tuning-toolkit",
                List.of(new Alternative(Samples.MISTRAL, true, List.of("models"), 2)));
        pages.critics.add(Samples.BUILDER);
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.take("builder", "The Builder", "Developer Perspective", "ship", 91, "Fits a phone.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/category/developer-tools",
                "/category/developer-tools/alternatives",
                "/search",
                "/leaderboard",
                "/leaderboard/week",
                "/leaderboard/week/2026-W48",
                "/reviewer/builder",
                "/tool/llama-4-scout-fine-tuning-toolkit",
                "/tool/llama-4-scout-fine-tuning-toolkit/alternatives",
                "/compare"
            })
    void aListMarksWhatTheVisitorVotedAndStaysTheirs(String address) throws Exception {
        try (Site site = new Site(pages)) {
            site.voteAnswer = VOTED;
            MockHttpServletResponse answer = site.open(address);

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .contains(MARK)
                    .doesNotContain("You shipped it</span>", "data-unknown");
            assertThat(site.asked).as("one question for all tools").hasValue(1);
            assertThat(site.seenCookie).isEqualTo("voter=known");
            assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(answer.getHeader("ETag")).as("a 304 would hide a vote").isNull();
            assertThat(site.kept(address).get("own")).isEqualTo(OwnMarks.BLANK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search", "/compare", "/leaderboard", "/category/developer-tools"})
    void aNewcomersListAsksNobodyAndLeavesNoCookie(String address) throws Exception {
        try (Site site = new Site(pages)) {
            MockHttpServletResponse answer = site.openAnew(address);

            assertThat(site.asked).hasValue(0);
            assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
            assertThat(answer.getContentAsString())
                    .contains("data-own=\"mistral-3b\" hidden=\"hidden\"></span>")
                    .doesNotContain("data-unknown");
        }
    }

    @Test
    void whatIsNotKnownIsLeftToTheScript() throws Exception {
        try (Site site = new Site(pages, Duration.ofMillis(500), Samples.CLOCK)) {
            site.voteServiceGoesDown();
            MockHttpServletResponse answer = site.open("/");

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .contains("data-own=\"mistral-3b\" data-unknown=\"true\" hidden=\"hidden\"></span>");
        }
    }

    @Test
    void aNewcomersFormIsCompleteThoughNobodyAnswers() throws Exception {
        try (Site site = new Site(pages, Duration.ofMillis(500), Samples.CLOCK)) {
            site.voteServiceGoesDown();

            assertThat(site.openAnew("/tool/mistral-3b").getContentAsString())
                    .contains("action=\"/tool/mistral-3b/vote\"", "data-known=\"true\"", "One vote per tool.")
                    .doesNotContain("not at hand");
        }
    }

    @Test
    void aQuestionIsNoLongerThanTheVoteServiceTakes() throws Exception {
        IntStream.range(0, 40)
                .mapToObj(each -> Samples.tool("a-rather-long-name-of-a-tool-number-" + each, "Tool " + each)
                        .card())
                .forEach(pages::with);
        for (int category = 0; category < 30; category++) {
            String key = "category-" + category;
            for (int each = 0; each < 5; each++) {
                pages.with(Samples.tool("t-" + each + "-of-" + "x".repeat(30) + "-" + category, "Tool")
                        .category(key, "Category " + category)
                        .card());
            }
        }
        try (Site site = new Site(pages)) {
            String page = site.html("/compare");
            String question = String.valueOf(site.seenQuestion);

            assertThat(question).startsWith("tools=").hasSizeLessThan(3_600);
            assertThat(question.split(",")).hasSizeLessThanOrEqualTo(100);
            assertThat(page).as("the script asks for the others").contains("data-unknown=\"true\"");
        }
    }
}
