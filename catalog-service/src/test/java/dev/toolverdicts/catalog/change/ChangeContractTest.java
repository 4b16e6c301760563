package dev.toolverdicts.catalog.change;

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

class ChangeContractTest {

    private final JsonMapper json = new JsonMapper();

    private static Stream<Map.Entry<String, byte[]>> tools() {
        return ContractSchemas.samples("catalog.tool.v1").entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyGoldenToolTellsItsLastChanges(Map.Entry<String, byte[]> sample) {
        JsonNode written = json.readTree(sample.getValue());
        ChangeState read = json.readValue(sample.getValue(), ChangeState.class);

        assertThat(read.toolId()).hasToString(written.get("toolId").asString());
        assertThat(read.version()).isEqualTo(written.get("version").longValue());
        assertThat(read.pricing().text()).isEqualTo(written.at("/pricing/text").asString());
        assertThat(read.pricingSince())
                .isEqualTo(Instant.parse(written.get("pricingSince").asString()));
        assertThat(read.status()).isEqualTo(written.get("status").asString());
        assertThat(read.previousPricing() == null)
                .isEqualTo(!written.hasNonNull("previousPricing"));
        for (String field : new String[] {"toolId", "pricing", "pricingSince", "status", "statusSince"}) {
            ObjectNode without = (ObjectNode) written.deepCopy();
            without.remove(field);
            assertThatThrownBy(() -> json.treeToValue(without, ChangeState.class))
                    .as(field)
                    .isInstanceOf(JacksonException.class);
        }
    }
}
