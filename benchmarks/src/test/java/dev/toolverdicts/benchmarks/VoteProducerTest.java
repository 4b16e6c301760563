package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VoteProducerTest {

    private static final Path SCHEMA = Path.of("../contracts/src/main/resources/schemas/vote.cast.v1.json");

    @Test
    void aVoteIsARecordAsTheContractHasIt() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMA));
        UUID tool = new UUID(1, 2);
        SeededVotes.Vote vote = SeededVotes.of(1, 100, 10).stream().findFirst().orElseThrow();

        ProducerRecord<String, byte[]> encoded = VoteProducer.encoded(vote, tool);

        JsonNode said = JsonMapper.shared().readTree(encoded.value());
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .isNotEmpty()
                .allMatch(said::has);
        assertThat(said.propertyNames())
                .allMatch(name -> schema.path("properties").has(name));
        assertThat(schema.path("properties")
                        .path("choice")
                        .path("enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains(said.path("choice").asString());
        for (String time : new String[] {"castAt", "voterSince"}) {
            assertThat(said.path(time).asString())
                    .matches(schema.path("$defs").path("time").path("pattern").asString());
        }
        assertThat(encoded.key()).isEqualTo(tool + ":" + vote.voter());
        assertThat(new String(encoded.headers().lastHeader("ce_subject").value(), UTF_8))
                .isEqualTo(encoded.key());
        assertThat(new String(encoded.headers().lastHeader("ce_version").value(), UTF_8))
                .matches("[0-9]+");
    }
}
