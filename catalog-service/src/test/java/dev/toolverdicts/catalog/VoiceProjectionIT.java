package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.voice.ToolVoice;
import dev.toolverdicts.catalog.voice.VoiceQueries;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class VoiceProjectionIT extends RunningService {

    private static final String ROWS = "SELECT string_agg(v::text, E'\\n' ORDER BY v::text) FROM tool_voice v";

    @Autowired
    VoiceQueries voices;

    private Api.Added tool;

    @BeforeEach
    void aTool() {
        tool = api.added(Draft.fresh());
    }

    private void applied(String sample, long version) {
        RecordMetadata record = others.publish(
                "vote.voice.v1",
                tool.toolId(),
                others.value(
                        "vote.voice.v1",
                        sample,
                        state -> state.put("toolId", tool.toolId()).put("version", version)));
        others.awaitApplied("catalog-voices", record);
    }

    private ToolVoice voice() {
        return voices.of(List.of(tool.slug())).getOrDefault(tool.slug(), ToolVoice.NONE);
    }

    @Test
    void whatVotersSayFollowsItsTopic() {
        assertThat(voice()).isEqualTo(ToolVoice.NONE);

        applied("seven-roles.json", 5);

        assertThat(voice().roles().keySet())
                .containsExactly("builder", "skeptic", "futurist", "founder", "creator", "analyst", "guardian");
        assertThat(voice().roles().get("builder").ships()).isEqualTo(9);
        assertThat(voice().reasons())
                .first()
                .isEqualTo(
                        new ToolVoice.Reason("ship", "builder", "Runs on my phone, and Node.js bindings just work."));
    }

    @Test
    void anOlderStateChangesNothing() {
        applied("nobody-left.json", 6);
        applied("seven-roles.json", 5);

        assertThat(voice().roles()).isEmpty();
        assertThat(voice().reasons()).isEmpty();
    }

    @Test
    void theTableIsBuiltAnewFromItsTopic() {
        applied("seven-roles.json", 5);
        String right = jdbc.sql(ROWS).query(String.class).single();
        var rebuilding = new Rebuilding(api, "voices");
        assertThat(rebuilding.run().at("/differingRows").asInt()).isZero();
        jdbc.sql("DELETE FROM tool_voice").update();

        assertThat(rebuilding.run().at("/differingRows").asInt()).isPositive();

        assertThat(jdbc.sql(ROWS).query(String.class).single()).isEqualTo(right);
    }
}
