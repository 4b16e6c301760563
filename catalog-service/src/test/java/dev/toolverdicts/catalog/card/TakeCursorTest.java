package dev.toolverdicts.catalog.card;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.TakeFilter.Order;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeCursorTest {

    private static final UUID TOOL = UUID.fromString("0199a8c0-0000-7000-8000-000000000001");

    @Test
    void aCursorSurvivesTheRoundTripInItsOwnOrder() {
        var cursor = new TakeCursor(Order.NEWEST, 1_795_000_000.123456, TOOL);

        assertThat(TakeCursor.parse(cursor.toString(), Order.NEWEST)).contains(cursor);
        assertThat(TakeCursor.parse(cursor.toString(), Order.HIGHEST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "NEWEST", "NEWEST~1.0", "NEWEST~one~0199a8c0-0000-7000-8000-000000000001", "OLDEST~1~x"})
    void anythingElseIsNoCursor(String text) {
        String cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(US_ASCII));
        assertThat(TakeCursor.parse(cursor, Order.NEWEST)).isEmpty();
        assertThat(TakeCursor.parse("not base64!", Order.NEWEST)).isEmpty();
    }
}
