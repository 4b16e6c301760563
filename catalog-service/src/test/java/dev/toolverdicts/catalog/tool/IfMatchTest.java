package dev.toolverdicts.catalog.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"12\"", "\"12.5.900\"", "*", "\"3\", \"12\"", " \"12\" ", "\"7.1.1\",\"12.0.0\""})
    void theWriteVersionHolds(String header) {
        assertThat(new IfMatch(header).holds(12)).isTrue();
    }

    @Test
    void whoSaysNothingIsAskedTo() {
        assertThatExceptionOfType(PreconditionMissing.class).isThrownBy(() -> new IfMatch(null).holds(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"120\"", "\"1.12.12\"", "12", "W/\"12\"", "\"12", "", ",", "\"\"", "\"12-5\""})
    void anythingElseDoesNot(String header) {
        assertThat(new IfMatch(header).holds(12)).isFalse();
    }
}
