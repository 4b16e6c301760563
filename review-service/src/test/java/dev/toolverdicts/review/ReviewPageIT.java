package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

class ReviewPageIT extends RunningService {

    private final String builder = TestTokens.critic("builder");
    private Tool tool;
    private String page;
    private String path;

    @BeforeEach
    void aKnownTool() {
        tool = catalog.knownTool("shown-" + UUID.randomUUID());
        path = reviewPath(tool.slug(), "builder");
        page = "/tool/" + tool.slug() + "/reviews/builder";
    }

    private Api.Answer read() {
        return api.get(page, "Accept", "text/html,*/*;q=0.8");
    }

    /// What is read, without tags and extra space.
    private String text() {
        String bare = read().text().replaceAll("<[^>]*>", " ");
        return HtmlUtils.htmlUnescape(bare).replaceAll("\\s+", " ").strip();
    }

    @Test
    void aFirstReviewTellsHowItCameAbout() {
        Api.Answer published = api.put(path, builder, Api.disclosed("ship", 80, "As the notes say[^1].", "The first."));
        Api.Answer answer = read();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.text())
                .contains("<meta name=\"robots\" content=\"noindex\">", "value=\"page:review\"")
                .contains("<a href=\"#source-1\">[1]</a>", "<li id=\"source-1\">")
                .contains("href=\"https://example.org/notes\" rel=\"noopener nofollow\">Sample notes</a>")
                .doesNotContain("<script", " style=", "{{");
        String day = published.at("/revisedAt").substring(0, "2026-11-30".length());
        String due = LocalDate.parse(day).plusDays(180).toString();
        assertThat(text())
                .containsSubsequence(
                        "Verdicts Tool " + tool.slug() + " The Builder",
                        "The Builder on Tool " + tool.slug(),
                        "Ship 80 /100 As the notes say [1] .",
                        "How it came about Written by AI-drafted, edited by a person Used the tool Yes, hands-on",
                        "Model sample-model-1 Instructions 7",
                        "This text revision 1 of",
                        "Another look due by " + due,
                        "Helpful? No reader has said yet.",
                        "What changed This is the first text.");
    }

    @Test
    void aReReviewKeepsTheOldTextAndTellsWhatChangedAndWhy() {
        api.review(tool.slug(), "builder", builder, "skip", 40);
        api.put(path, builder, Api.disclosed("ship", 85, "Sample take, better now[^1].", "The fault is mended."));

        assertThat(text())
                .containsSubsequence(
                        "Revision 2 ·",
                        "From Skip to Ship ; the score goes from 40 to 85.",
                        "Why: The fault is mended.",
                        "What differs in the text Sample take. take, better now[^1].",
                        "Revision 1 in full Sample take.");
        assertThat(read().text()).contains("<del>take. </del><ins>take, better now[^1]. </ins>");
    }

    @Test
    void withoutAReasonThePageSaysSo() {
        api.review(tool.slug(), "builder", builder, "ship", 80);
        api.review(tool.slug(), "builder", builder, "ship", 70);

        assertThat(text()).contains("The verdict stays Ship ; the score goes from 80 to 70. No reason was given.");
        assertThat(read().text()).doesNotContain("What differs in the text");
    }

    @Test
    void whatWasWithdrawnIsNotOnThePage() {
        api.put(path, builder, Api.disclosed("skip", 20, "A slip of the pen[^1].", "The first."));
        api.delete(path, builder);
        assertThat(read().status()).isEqualTo(404);
        api.review(tool.slug(), "builder", builder, "ship", 80);

        assertThat(text()).contains("The text before was withdrawn on").doesNotContain("slip of the pen");
    }

    @Test
    void markupIsShownAndNeverObeyed() {
        String evil = "<script>alert(1)</script>[^1]";
        api.put(path, builder, Api.disclosed("skip", 20, evil, "<b>why</b>"));
        api.put(path, builder, Api.disclosed("ship", 20, "<i>new</i>[^1]", "<b>why</b>"));

        assertThat(read().text())
                .contains("&lt;b&gt;why&lt;/b&gt;", "&lt;i&gt;new&lt;/i&gt;", "&lt;script&gt;alert(1)")
                .doesNotContain("<script", "<b>", "<i>");
    }

    @Test
    void whatIsNotThereIsAPageToo() {
        for (String missing :
                List.of(page, "/tool/no-such-tool/reviews/builder", "/tool/" + tool.slug() + "/reviews/optimist")) {
            Api.Answer answer = api.get(missing);
            assertThat(answer.status()).as(missing).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(answer.text()).contains("All verdicts");
        }
    }

    @Test
    void anEarlierAddressOfTheToolLeadsThere() {
        api.review(tool.slug(), "builder", builder, "ship", 80);
        Tool renamed = new Tool(tool.id(), "renamed-" + UUID.randomUUID());
        catalog.publish(renamed, 2, "Renamed", List.of(tool.slug()));
        await().until(() -> catalog.isKnown(renamed, 2));

        assertThat(read().status()).isEqualTo(301);
        assertThat(read().header("Location")).endsWith("/tool/" + renamed.slug() + "/reviews/builder");
    }
}
