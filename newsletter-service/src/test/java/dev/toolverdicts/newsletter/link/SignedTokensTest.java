package dev.toolverdicts.newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokensTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final UUID ADA = UUID.fromString("0199a8c0-0000-7000-8000-000000000001");
    private static final UUID ISSUE = UUID.fromString("0199a8c0-0000-7000-8000-000000000002");

    private final SignedTokens tokens = with(KEY);

    private static SignedTokens with(String key) {
        return new SignedTokens(new SealedTokens(new LinkKeys(new LinkSettings(key))));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aTokenIsGoodForItsPurposeOnly(Purpose purpose) {
        String token = tokens.sign(purpose, new Bearer(ADA, null));
        for (Purpose other : Purpose.values()) {
            assertThat(tokens.read(other, token).isPresent()).isEqualTo(other == purpose);
        }
    }

    @Test
    void aTokenTellsWhomItSpeaksForAndWhereItStood() {
        var bearer = new Bearer(ADA, ISSUE);
        String token = tokens.sign(Purpose.UNSUBSCRIBE, bearer);
        assertThat(tokens.read(Purpose.UNSUBSCRIBE, token)).contains(bearer);
        assertThat(token).matches("[A-Za-z0-9_-]+").isEqualTo(tokens.sign(Purpose.UNSUBSCRIBE, bearer));
    }

    @Test
    void everyChangedCharacterSpoilsIt() {
        String token = tokens.sign(Purpose.UNSUBSCRIBE, new Bearer(ADA, ISSUE));
        for (int at = 0; at < token.length(); at++) {
            String changed = token.substring(0, at) + (token.charAt(at) == 'x' ? 'y' : 'x') + token.substring(at + 1);
            assertThat(tokens.read(Purpose.UNSUBSCRIBE, changed)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "AAAA", "ü", "====", "\r\n"})
    void nonsenseIsNoToken(String token) {
        assertThat(tokens.read(Purpose.UNSUBSCRIBE, token)).isEmpty();
        assertThat(tokens.read(Purpose.UNSUBSCRIBE, token + "A".repeat(100_000)))
                .isEmpty();
    }

    @Test
    void anotherKeyKnowsNone() {
        String token = tokens.sign(Purpose.PREFERENCES, new Bearer(ADA, null));
        assertThat(with("BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=").read(Purpose.PREFERENCES, token))
                .isEmpty();
    }

    @Test
    void thereIsNoKeyByDefaultAndNoShortOne() {
        for (String key : new String[] {null, "", "   ", "c2hvcnQ=", "no base64!"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LinkSettings(key))
                    .withMessageContaining("openssl rand");
        }
        assertThat(new LinkSettings(KEY).toString()).doesNotContain("AAAA");
    }
}
