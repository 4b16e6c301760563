package dev.toolverdicts.catalog.card;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.CardFilter.Sort;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardCursorTest {

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aCursorIsReadAsItWasWritten(Sort sort) {
        String key = sort == Sort.TRENDING ? "mistral-3b" : new UUID(3, 4).toString();
        var cursor = new CardCursor(sort, -1_764_000_000.123, 0.1 + 0.2, 0.5, key);

        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
        assertThat(CardCursor.parse(cursor.toString(), sort)).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NEWEST~1.0~2.0~0.0",
                "NEWEST~1.0~2.0~0.0~no-uuid",
                "NEWEST~one~2.0~0.0~00000000-0000-0003-0000-000000000004",
                "PANEL~1.0~2.0~0.0~00000000-0000-0003-0000-000000000004",
                "BEST~1.0~2.0~0.0~00000000-0000-0003-0000-000000000004",
                "TRENDING~1.0~2.0~0.0~a slug",
                "NEWEST~1.0~2.0~0.0~00000000-0000-0003-0000-000000000004~more"
            })
    void anythingElseIsNoCursor(String plain) {
        String cursor = Base64.getUrlEncoder().encodeToString(plain.getBytes(US_ASCII));

        assertThat(CardCursor.parse(cursor, Sort.NEWEST)).isEmpty();
        assertThat(CardCursor.parse("?" + cursor, Sort.NEWEST)).isEmpty();
    }
}
