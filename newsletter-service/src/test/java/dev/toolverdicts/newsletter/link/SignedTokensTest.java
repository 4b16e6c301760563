package dev.toolverdicts.newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokensTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String OTHER = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final UUID ADA = UUID.fromString("0199a8c0-0000-7000-8000-000000000001");
    private static final UUID ISSUE = UUID.fromString("0199a8c0-0000-7000-8000-000000000002");

    private final SignedTokens tokens = with(KEY);

    private static SignedTokens with(String... newestFirst) {
        return new SignedTokens(new SealedTokens(keys(newestFirst)));
    }

    private static LinkKeys keys(String... newestFirst) {
        List<byte[]> signing =
                Arrays.stream(newestFirst).map(SignedTokensTest::bytes).toList();
        return new LinkKeys(bytes(KEY), () -> signing);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
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
        assertThat(with(OTHER).read(Purpose.PREFERENCES, token)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aLinkInAnOldMailWorksUntilItsKeyIsRetired(Purpose purpose) {
        var bearer = new Bearer(ADA, ISSUE);
        String mailed = tokens.sign(purpose, bearer);

        SignedTokens rotated = with(OTHER, KEY);
        assertThat(rotated.read(purpose, mailed)).contains(bearer);
        assertThat(rotated.sign(purpose, bearer)).as("by the newest").isNotEqualTo(mailed);
        assertThat(with(OTHER).read(purpose, rotated.sign(purpose, bearer))).contains(bearer);
        assertThat(with(KEY, OTHER).read(purpose, rotated.sign(purpose, bearer)))
                .as("where the new one does not sign yet")
                .contains(bearer);
        assertThat(with(OTHER).read(purpose, mailed)).as("retired").isEmpty();
    }

    @Test
    void keysChangeUnderARunningService() {
        var signing = new AtomicReference<>(List.of(bytes(KEY)));
        var running = new SignedTokens(new SealedTokens(new LinkKeys(bytes(KEY), signing::get)));
        var bearer = new Bearer(ADA, null);
        String mailed = running.sign(Purpose.UNSUBSCRIBE, bearer);

        signing.set(List.of(bytes(OTHER), bytes(KEY)));
        assertThat(running.read(Purpose.UNSUBSCRIBE, mailed)).contains(bearer);
        signing.set(List.of(bytes(OTHER)));
        assertThat(running.read(Purpose.UNSUBSCRIBE, mailed)).isEmpty();
    }

    /// Hashes of erased addresses are compared for years, and receivers of webhooks know their secrets.
    @Test
    void whatWasStoredIsKnownAgainUnderAnotherSigningKey() {
        assertThat(keys(OTHER).seal("suppression", "ada@example.org"))
                .isEqualTo(keys(KEY).seal("suppression", "ada@example.org"));
    }

    @Test
    void anEmptySignatureIsNone() {
        byte[] content = {1};
        assertThat(keys(KEY).verify("click", content, new byte[0])).isFalse();
        assertThat(keys(KEY).verify("click", content, Arrays.copyOf(keys(KEY).sign("click", content), 15)))
                .isFalse();
        assertThat(keys(KEY).verify("click", content, Arrays.copyOf(keys(KEY).sign("click", content), 16)))
                .isTrue();
    }

    @Test
    void thereIsNoKeyByDefaultAndNoShortOne() {
        for (String key : new String[] {null, "", "   ", "c2hvcnQ=", "no base64!"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LinkSettings(key, null))
                    .withMessageContaining("openssl rand");
        }
        assertThat(new LinkSettings(KEY, null).toString()).doesNotContain("AAAA");
    }
}
