package dev.toolverdicts.vote.knowntool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.ContractSchemas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KnownToolContractTest {

    @Test
    void everySampleToolIsRead() {
        assertThat(ContractSchemas.samples("catalog.tool.v1")).allSatisfy((name, value) -> {
            KnownTool tool = new JsonMapper().readValue(value, KnownTool.class);
            assertThat(tool.slug()).as(name).isNotBlank();
            assertThat(tool.version()).as(name).isPositive();
            assertThat(tool.takenDown() != null).as(name).isEqualTo(name.startsWith("taken-down"));
        });
    }
}
