package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.vote.Catalog.Tool;
import dev.toolverdicts.vote.voice.VoiceSums;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The sweep looks at every tool, and writes only what is new.
class VoiceSweepIT extends WholeService {

    @Autowired
    VoiceSums sums;

    @Autowired
    Clock clock;

    private Tool tool;

    @BeforeEach
    void saidAndSummedUp() {
        tool = catalog.announce();
        var voter = new Visitor(port);
        String receipt = receipt(voter.cast(tool.slug(), "ship"));
        await().atMost(SOON)
                .until(() -> voter.own(tool.slug(), receipt).get("counted").asBoolean());
        var said = voter.to("/api/v1/tools/" + tool.slug() + "/vote/reason")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"role\": \"builder\"}"));
        assertThat(voter.send(said).statusCode()).isEqualTo(200);
        await().atMost(SOON).until(this::isSettled);
    }

    private boolean isSettled() {
        return jdbc.sql("""
                        SELECT s.version > 0 AND NOT s.touched AND s.tally_version = t.version
                        FROM tool_voice s JOIN tallies t ON t.tool_id = s.tool_id WHERE s.tool_id = ?
                        """).param(tool.id()).query(Boolean.class).optional().orElse(false);
    }

    private void sweep() {
        await().atMost(SOON).until(() -> sums.refresh(clock.instant(), true));
    }

    private String row(String column) {
        return jdbc.sql("SELECT " + column + "::text FROM tool_voice WHERE tool_id = ?")
                .param(tool.id())
                .query(String.class)
                .single();
    }

    @Test
    void aToolOfWhichNothingIsNewIsNotWrittenAgain() {
        String writtenBy = row("xmin");

        sweep();

        assertThat(row("xmin")).isEqualTo(writtenBy);
    }

    @Test
    void whatNothingTellsOfIsSummedUpAllTheSame() {
        jdbc.sql("UPDATE tool_voice SET content = jsonb_set(content, '{roles}', '[]') WHERE tool_id = ?")
                .param(tool.id())
                .update();

        sweep();

        assertThat(row("(content -> 'roles')")).contains("builder");
    }
}
