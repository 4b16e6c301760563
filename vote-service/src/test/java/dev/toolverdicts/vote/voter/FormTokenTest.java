package dev.toolverdicts.vote.voter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FormTokenTest {

    private static final UUID VOTER = new UUID(1, 2);

    private final FormToken tokens = new FormToken(Keys.ONE);

    @Test
    void aTokenIsItsVotersOnly() {
        String token = tokens.of(VOTER);
        assertThat(tokens.isOf(VOTER, token)).isTrue();
        assertThat(tokens.isOf(new UUID(1, 3), token)).isFalse();
        assertThat(new FormToken(Keys.OTHER).isOf(VOTER, token)).isFalse();
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String token : new String[] {"", "x", "%%", "A".repeat(24), tokens.of(VOTER) + "AAAA"}) {
            assertThat(tokens.isOf(VOTER, token)).as(token).isFalse();
        }
    }
}
