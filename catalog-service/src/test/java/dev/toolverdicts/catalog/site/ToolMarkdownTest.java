package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.Citation;
import dev.toolverdicts.catalog.card.TakenDown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ToolMarkdownTest {

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);

    private MockHttpServletResponse open(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.open(address);
        }
    }

    @Test
    void aToolIsThereAsMarkdownWithItsTimeAndItsPage() throws Exception {
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.take(
                        "builder",
                        "The Builder",
                        "Developer Perspective",
                        "ship",
                        91,
                        "Fits a phone.\n\n# And *more*.")));

        MockHttpServletResponse answer = open("/tool/mistral-3b.md");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(answer.getHeader("Link")).isEqualTo("<https://verdicts.example/tool/mistral-3b>; rel=\"canonical\"");
        assertThat(answer.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.getHeader("ETag")).isEqualTo(Samples.MISTRAL.etag());
        assertThat(answer.getContentAsString(UTF_8))
                .startsWith("# Mistral 3B\n\n> A 3B model")
                .contains(
                        "- Page: <https://verdicts.example/tool/mistral-3b>\n- As of: 2026-11-24T18:40:00Z\n",
                        "- Panel verdict: Ship, 4 ship / 0 skip, 4 of 7 critics\n",
                        "- Community: — · No community votes yet.",
                        "- Price: Free, seen 2026-11-20\n",
                        "- Licence: Apache-2.0 · open source\n",
                        "- Official site: <https://www.example.org/tool>\n",
                        "## The panel’s take\n\nAn open-weight language model",
                        "### The Builder, Developer Perspective: Ship, 91/100\n\n> Fits a phone.\n>\n> \\# And \\*more\\*.\n\n",
                        "AI persona · sample · hands-on no · 2026-11-24\n");
    }

    @Test
    void aTakeHasItsSourcesItsTurnAndItsHistory() throws Exception {
        pages.takes.put(
                "mistral-3b",
                List.of(Samples.turned(
                        "As the notes say[^1], it works now.",
                        List.of(
                                new Citation(1, "https://example.org/notes", "Sample *notes*"),
                                new Citation(2, "javascript:alert(1)", null)),
                        "The fault is mended.")));

        assertThat(open("/tool/mistral-3b.md").getContentAsString(UTF_8))
                .endsWith("> As the notes say\\[1\\], it works now.\n\n"
                        + "AI-drafted, edited by a person · hands-on yes · model sample-model-1 · instructions 7"
                        + " · 2026-11-24 · revision 2\n\n"
                        + "Turned from Skip to Ship on 2026-11-24. Why: The fault is mended.\n\n"
                        + "- Source 1: Sample \\*notes\\* <https://example.org/notes>\n"
                        + "- Source 2: javascript:alert\\(1\\)\n\n"
                        + "How it came about: <https://verdicts.example/tool/mistral-3b/reviews/builder>\n");
    }

    @Test
    void markupOfEditorsAndCriticsStaysText() throws Exception {
        pages.with(Samples.tool("odd", "A [link](https://evil.example) <b>")
                .tagline("- # `x` | y")
                .summary("1. one\n\n> two")
                .card());

        assertThat(open("/tool/odd.md").getContentAsString(UTF_8))
                .startsWith("# A \\[link\\]\\(https://evil.example\\) \\<b\\>\n\n> \\- # \\`x\\` \\| y\n")
                .contains("\n1\\. one\n\n\\> two\n");
    }

    @Test
    void pageAndTwinKnowEachOther() throws Exception {
        assertThat(open("/tool/mistral-3b").getContentAsString(UTF_8))
                .contains("<link rel=\"alternate\" type=\"text/markdown\" title=\"This page as Markdown\""
                        + " href=\"/tool/mistral-3b.md\">");
        String pair = "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";
        pages.with(Samples.seed());
        assertThat(open(pair).getContentAsString(UTF_8)).contains("href=\"" + pair + ".md\"");
        assertThat(open(pair + ".md").getHeader("Link"))
                .isEqualTo("<https://verdicts.example" + pair + ">; rel=\"canonical\"");
    }

    @Test
    void aTwinGoesWhereItsPageGoes() throws Exception {
        pages.renamed.put("mistral-three-b", "mistral-3b");
        pages.takenDown.put("gone", new TakenDown("A reason", Samples.AS_OF));

        MockHttpServletResponse moved = open("/tool/mistral-three-b.md");
        assertThat(moved.getStatus()).isEqualTo(301);
        assertThat(moved.getHeader("Location")).isEqualTo("/tool/mistral-3b.md");
        assertThat(open("/tool/gone.md").getStatus()).isEqualTo(410);
        assertThat(open("/tool/nothing.md").getStatus()).isEqualTo(404);
    }
}
