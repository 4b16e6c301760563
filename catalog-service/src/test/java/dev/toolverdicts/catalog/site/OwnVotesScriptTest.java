package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// How the script of open pages asks for own votes, and what it does with the answer.
class OwnVotesScriptTest {

    private static final Pattern SHOWN = Pattern.compile("showChoice\\(slug, [^;]*;");

    private static String script() throws IOException {
        return new ClassPathResource("static/assets/site.js").getContentAsString(UTF_8);
    }

    /// Pages are looked at again, and the weekly's are asked about, by many who never vote.
    @Test
    void whoReadsIsMadeNoVoter() throws IOException {
        assertThat(script().split("/api/v1/votes", -1)).hasSize(2);
        assertThat(script()).contains("fetch(`/api/v1/votes?known=true&tools=");
    }

    /// An answer that comes afterwards must not wipe off what went wrong.
    @Test
    void theWordsOfAFailedVoteStayUntilTheNextTry() throws IOException {
        String asking = script().substring(script().indexOf("async function askOwn"));
        Matcher asked = SHOWN.matcher(asking);

        assertThat(asked.find()).isTrue();
        assertThat(asked.group()).endsWith(", \"asked\");");
        assertThat(script())
                .contains("if (after === \"asked\" && line.matches(\".trouble\")) continue;")
                .contains("showChoice(slug, before, problem, \"failed\");");
    }
}
