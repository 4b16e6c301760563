package dev.toolverdicts.catalog.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class BoardContractTest {

    private final JsonMapper json = new JsonMapper();

    private static Stream<Map.Entry<String, byte[]>> samples() {
        return ContractSchemas.samples("vote.leaderboard.v1").entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyGoldenSampleIsUnderstood(Map.Entry<String, byte[]> sample) {
        var written = json.readTree(sample.getValue());
        BoardState read = json.readValue(sample.getValue(), BoardState.class);

        assertThat(json.readTree(json.writeValueAsString(read))).isEqualTo(written);
        assertThat(Leaderboards.PERIODS).contains(read.period());
    }
}
