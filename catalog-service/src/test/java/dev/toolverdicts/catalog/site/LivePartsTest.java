package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/// Every page whose facts change says which hints concern it, and what of it is fetched again then.
class LivePartsTest {

    private static final Pattern PART = Pattern.compile("<[a-z]+ [^>]*data-live[^>]*>");
    private static final Pattern NAME = Pattern.compile(" id=\"(live-[^\"]+)\"");

    @ParameterizedTest
    @CsvSource({
        "/, *",
        "/compare, *",
        "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b, llama-4-scout-fine-tuning-toolkit mistral-3b",
        "/tool/mistral-3b, mistral-3b",
        "/tool/mistral-3b/alternatives, *",
        "/category/developer-tools, * board ranks",
        "/category/developer-tools/alternatives, *",
        "/search, * board",
        "/leaderboard, * board",
        "/panel, *",
        "/reviewer/builder, *",
    })
    void aPageSaysWhatItFollowsAndEachPartHasANameOfItsOwn(String address, String follows) throws Exception {
        try (Site site = new Site(PageWeightTest.pages())) {
            String page = site.html(address);

            assertThat(page).contains("data-changes=\"" + follows + "\"");
            List<String> parts =
                    PART.matcher(page).results().map(MatchResult::group).toList();
            List<String> names =
                    NAME.matcher(page).results().map(name -> name.group(1)).toList();
            assertThat(parts).isNotEmpty().allMatch(part -> NAME.matcher(part).find());
            assertThat(names).hasSameSizeAs(parts).doesNotHaveDuplicates();
        }
    }

    /// A browser has few connections for all its windows, and each stream keeps one.
    @Test
    void aHiddenPageKeepsNoStream() throws IOException {
        String script = new ClassPathResource("static/assets/site.js").getContentAsString(UTF_8);
        String turned = script.substring(script.indexOf("addEventListener(\"visibilitychange\""));

        assertThat(script.split("new EventSource\\(", -1)).as("two streams").hasSize(3);
        assertThat(script)
                .containsPattern("function listen\\(\\) \\{[^}]*if \\(document\\.hidden ")
                .containsPattern("function hear\\(\\) \\{[^}]*document\\.hidden ");
        assertThat(turned.substring(0, turned.indexOf("} else {")))
                .contains("if (document.hidden) {", "stream?.close();", "hints?.close();");
    }
}
