package dev.toolverdicts.newsletter.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aLineSaysAllOfItAgain() {
        Erasure known = Erasure.of(NOW, UUID.randomUUID(), "complaint", "hash".getBytes(UTF_8));
        Erasure row = Erasure.ofRow(NOW, UUID.randomUUID());

        assertThat(Erasure.parse(known.line())).hasValue(known);
        assertThat(Erasure.parse(row.line())).hasValue(row);
        assertThat(known.isOfRow()).isFalse();
        assertThat(known.hash()).isEqualTo("hash".getBytes(UTF_8));
        assertThat(row.isOfRow()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada left us",
                "2026-11-24T12:00:00Z 0199a8c0-0000-7000-8000-000000000901 erased",
                "2026-11-24T12:00:00Z 0199a8c0-0000-7000-8000-000000000901 erased odd",
                "2026-11-24T12:00:00Z 0199a8c0-0000-7000-8000-000000000901 erased ",
                "2026-11-24T12:00:00Z somebody erased 00ff",
                "yesterday 0199a8c0-0000-7000-8000-000000000901 erased 00ff"
            })
    void anythingElseIsNone(String line) {
        assertThat(Erasure.parse(line)).isEmpty();
    }
}
