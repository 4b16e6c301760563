package dev.toolverdicts.catalog.duel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.ContractSchemas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DuelStateContractTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void everyGoldenSampleOfAPairIsUnderstood() {
        assertThat(ContractSchemas.samples("vote.duel.v1")).allSatisfy((_, sample) -> {
            PairState read = json.readValue(sample, PairState.class);
            var written = json.readTree(sample);
            assertThat(read.toolA()).hasToString(written.get("toolA").asString());
            assertThat(read.winsA() + read.winsB() + read.ties())
                    .isEqualTo(written.get("winsA").asLong()
                            + written.get("winsB").asLong()
                            + written.get("ties").asLong());
        });
    }

    @Test
    void everyGoldenSampleOfRanksIsKeptAsItCame() {
        assertThat(ContractSchemas.samples("vote.duel-rank.v1")).allSatisfy((_, sample) -> {
            RankState read = json.readValue(sample, RankState.class);
            assertThat(json.readTree(json.writeValueAsString(read))).isEqualTo(json.readTree(sample));
        });
    }
}
