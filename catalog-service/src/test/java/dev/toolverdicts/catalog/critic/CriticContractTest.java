package dev.toolverdicts.catalog.critic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class CriticContractTest {

    private final JsonMapper json = new JsonMapper();

    private static Stream<Map.Entry<String, byte[]>> samples() {
        return ContractSchemas.samples("review.critic.v1").entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyGoldenSampleIsUnderstood(Map.Entry<String, byte[]> sample) {
        var written = json.readTree(sample.getValue());
        CriticState read = json.readValue(sample.getValue(), CriticState.class);
        if (!written.has("categories")) {
            written.asObject().putNull("categories"); // added later
        }

        assertThat(json.writeValueAsString(read)).isEqualTo(json.writeValueAsString(written));
        assertThat(json.readValue(json.writeValueAsString(read.profile()), CriticProfile.class))
                .isEqualTo(read.profile());
    }

    @Test
    void aCriticWithoutAKeyIsRefused() {
        assertThatThrownBy(() -> json.readValue("""
                        {"version": 1, "position": 1, "name": "The Builder", "roleLabel": "Role", "motto": "Motto.",
                         "persona": "Persona.", "likes": [], "dislikes": [], "authorKind": "human"}
                        """, CriticState.class)).isInstanceOf(JacksonException.class);
    }
}
