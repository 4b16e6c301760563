package dev.toolverdicts.review.knowntool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KnownToolContractTest {

    private final JsonMapper json = new JsonMapper();

    private static Stream<Map.Entry<String, byte[]>> samples() {
        return ContractSchemas.samples("catalog.tool.v1").entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyGoldenSampleIsUnderstood(Map.Entry<String, byte[]> sample) {
        JsonNode written = json.readTree(sample.getValue());
        ToolState read = json.readValue(sample.getValue(), ToolState.class);

        assertThat(read.toolId()).hasToString(written.get("toolId").asString());
        assertThat(read.version()).isEqualTo(written.get("version").longValue());
        assertThat(read.slug()).isEqualTo(written.get("slug").asString());
        assertThat(read.name()).isEqualTo(written.get("name").asString());
        assertThat(read.status()).isEqualTo(written.get("status").asString());
        assertThat(read.categoryKey()).isEqualTo(written.at("/category/key").asString());
        JsonNode release = written.at("/latestRelease/releasedOn");
        ToolState.LatestRelease latest = read.latestRelease();
        assertThat(latest == null ? "" : latest.releasedOn().toString()).isEqualTo(release.asString(""));
        assertThat(read.previousSlugs()).hasSize(written.get("previousSlugs").size());
    }

    @Test
    void aStateWithoutItsAddressIsRefused() {
        assertThatThrownBy(() -> json.readValue("""
                        {"toolId": "0199a8c0-0000-7000-8000-000000000006", "version": 1, "previousSlugs": [],
                         "name": "Nameless", "status": "active"}
                        """, ToolState.class)).isInstanceOf(JacksonException.class);
    }
}
