package dev.toolverdicts.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class ContractSchemasTest {

    private static final String TOPIC = "review.critic.v1";

    @Test
    void everySampleFollowsItsSchema() {
        ContractSchemas.samples(TOPIC)
                .values()
                .forEach(sample -> assertThatCode(() -> ContractSchemas.validate(TOPIC, sample))
                        .doesNotThrowAnyException());
    }

    @Test
    void aValueThatDoesNotFollowTheSchemaIsSeen() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ContractSchemas.validate(TOPIC, "{\"criticKey\":7}".getBytes(UTF_8)))
                .withMessageContaining(TOPIC);
    }

    @Test
    void aTopicWithoutSamplesIsSeen() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ContractSchemas.samples("no.such.v1"));
        assertThat(ContractSchemas.samples(TOPIC)).isNotEmpty();
    }
}
