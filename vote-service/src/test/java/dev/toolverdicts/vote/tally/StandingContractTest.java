package dev.toolverdicts.vote.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.ContractSchemas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StandingContractTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void everySampleTallyIsShownAsItIs() {
        assertThat(ContractSchemas.samples("vote.tally.v1")).allSatisfy((name, value) -> {
            JsonNode sample = json.readTree(value);
            JsonNode shown = json.valueToTree(TallyView.of(json.readValue(value, Standing.class)));
            for (String field : new String[] {"ships", "skips", "pct"}) {
                assertThat(shown.get(field).asString("null"))
                        .as(name)
                        .isEqualTo(sample.get(field).asString("null"));
            }
            assertThat(shown.get("wilsonLow").asDouble(-1))
                    .isEqualTo(sample.get("wilsonLow").asDouble(-1));
            assertThat(shown.get("wilsonHigh").asDouble(-1))
                    .isEqualTo(sample.get("wilsonHigh").asDouble(-1));
            assertThat(shown.get("asOf").asString()).isNotBlank();
        });
    }
}
