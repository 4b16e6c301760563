package dev.toolverdicts.catalog.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.ContractSchemas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VoiceContractTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void everyGoldenSampleIsKept() {
        assertThat(ContractSchemas.samples("vote.voice.v1")).isNotEmpty().allSatisfy((_, sample) -> {
            VoiceState read = json.readValue(sample, VoiceState.class);
            var written = json.readTree(sample);
            assertThat(read.toolId()).hasToString(written.get("toolId").asString());
            assertThat(read.version()).isEqualTo(written.get("version").asLong());
            assertThat(read.roles()).hasSize(written.get("roles").size());
            assertThat(read.reasons()).hasSize(written.get("reasons").size());
            for (int i = 0; i < read.roles().size(); i++) {
                assertThat(read.roles().get(i).role())
                        .isEqualTo(written.at("/roles/" + i + "/role").asString());
                assertThat(read.roles().get(i).ships())
                        .isEqualTo(written.at("/roles/" + i + "/ships").asLong());
            }
        });
    }
}
