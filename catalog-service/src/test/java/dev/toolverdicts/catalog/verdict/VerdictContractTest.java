package dev.toolverdicts.catalog.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VerdictContractTest {

    private final JsonMapper json = new JsonMapper();

    private static Stream<Map.Entry<String, byte[]>> panels() {
        return ContractSchemas.samples("review.panel.v1").entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyGoldenPanelTellsItsVerdict(Map.Entry<String, byte[]> sample) {
        JsonNode written = json.readTree(sample.getValue());
        VerdictState read = json.readValue(sample.getValue(), VerdictState.class);

        assertThat(read.toolId()).hasToString(written.get("toolId").asString());
        assertThat(read.version()).isEqualTo(written.get("version").longValue());
        assertThat(read.verdict()).isEqualTo(written.get("verdict").asString());
        assertThat(String.valueOf(read.previousVerdict()))
                .isEqualTo(written.get("previousVerdict").asString("null"));
        assertThat(read.verdictSince())
                .isEqualTo(Instant.parse(written.get("verdictSince").asString()));
        for (String field : new String[] {"toolId", "verdict", "verdictSince"}) {
            ObjectNode without = (ObjectNode) written.deepCopy();
            without.remove(field);
            assertThatThrownBy(() -> json.treeToValue(without, VerdictState.class))
                    .as(field)
                    .isInstanceOf(JacksonException.class);
        }
    }
}
