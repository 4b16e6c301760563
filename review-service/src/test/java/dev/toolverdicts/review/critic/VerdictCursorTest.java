package dev.toolverdicts.review.critic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictCursorTest {

    @Test
    void aCursorSurvivesTheRoundTrip() {
        var cursor = new VerdictCursor(
                Instant.parse("2026-11-24T10:00:00.123Z"), UUID.fromString("0199a8c0-0000-7000-8000-000000000006"));

        assertThat(VerdictCursor.parse(cursor.toString())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24T10:00:00Z",
                "2026-11-24T10:00:00Z~",
                "yesterday~0199a8c0-0000-7000-8000-000000000006",
                "+999999-11-24T10:00:00Z~0199a8c0-0000-7000-8000-000000000006",
                "2026-11-24T10:00:00Z~0199a8c0-0000-7000-8000-000000000006~"
            })
    void anythingElseIsNoCursor(String text) {
        assertThat(VerdictCursor.parse(Base64.getUrlEncoder().encodeToString(text.getBytes(US_ASCII))))
                .isEmpty();
        assertThat(VerdictCursor.parse("not base64 !")).isEmpty();
    }
}
