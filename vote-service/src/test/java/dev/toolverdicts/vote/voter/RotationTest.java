package dev.toolverdicts.vote.voter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.toolverdicts.vote.web.SiteSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.util.MultiValueMap;

/// The keys that sign change while what they have signed is out there.
class RotationTest {

    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "bmV3IGtleSBuZXcga2V5IG5ldyBrZXkgbmV3IGtleSE=";
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final UUID VOTER = new UUID(1, 2);
    private static final Receipt RECEIPT = new Receipt(new UUID(3, 4), 23, 17, Choice.SHIP, NOW);

    private static VoterCookie cookies(VoterKeys keys) {
        return new VoterCookie(
                keys, new SiteSettings(URI.create("http://localhost:8080")), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static MultiValueMap<String, HttpCookie> with(String value) {
        return MultiValueMap.fromSingleValue(Map.of("voter", new HttpCookie("voter", value)));
    }

    @Test
    void aVoterStaysTheSameAndGetsACookieByTheNewestKey() {
        Voter before = cookies(Keys.ONE).issue();
        String out = before.newCookie().orElseThrow();

        Voter during = cookies(Keys.signedBy(NEW, OLD)).read(with(out)).orElseThrow();

        assertThat(during.id()).isEqualTo(before.id());
        assertThat(during.since()).isEqualTo(before.since());
        String renewed = during.newCookie().orElseThrow();
        Voter after = cookies(Keys.signedBy(NEW)).read(with(renewed)).orElseThrow();
        assertThat(after.id()).as("where the old key is retired").isEqualTo(before.id());
        assertThat(after.since()).as("no newcomer").isEqualTo(before.since());
        assertThat(after.newCookie()).isEmpty();
        assertThatExceptionOfType(InvalidVoterCookie.class)
                .isThrownBy(() -> cookies(Keys.signedBy(NEW)).read(with(out)));
    }

    @Test
    void aCookieThatVouchesForAnAddressGoesOnVouching() {
        VoterCookie before = cookies(Keys.ONE);
        Instant until = NOW.plus(Duration.ofHours(24));
        String vouched = before.vouched(with(before.issue().newCookie().orElseThrow()), until)
                .flatMap(Voter::newCookie)
                .orElseThrow();

        Voter during = cookies(Keys.signedBy(NEW, OLD)).read(with(vouched)).orElseThrow();

        assertThat(during.provenUntil()).contains(until);
        assertThat(cookies(Keys.signedBy(NEW))
                        .read(with(during.newCookie().orElseThrow()))
                        .orElseThrow()
                        .provenUntil())
                .contains(until);
    }

    /// The first step of a rotation: until all copies know the new key, none signs with it.
    @Test
    void aCopyThatOnlyKnowsTheNewKeyVerifiesWhatOthersSignWithIt() {
        String byOthers = cookies(Keys.signedBy(NEW, OLD)).issue().newCookie().orElseThrow();

        assertThat(cookies(Keys.signedBy(OLD, NEW)).read(with(byOthers))).isPresent();
        assertThat(new Receipts(Keys.signedBy(OLD, NEW))
                        .read(new Receipts(Keys.signedBy(NEW, OLD)).write(RECEIPT, VOTER), VOTER))
                .contains(RECEIPT);
    }

    @Test
    void receiptsFormTokensAndLettersAreGoodUntilTheirKeyIsRetired() {
        String receipt = new Receipts(Keys.ONE).write(RECEIPT, VOTER);
        String token = new FormToken(Keys.ONE).of(VOTER);
        byte[] letter = Keys.ONE.sealedText("letter").seal("for you");

        VoterKeys both = Keys.signedBy(NEW, OLD);
        assertThat(new Receipts(both).read(receipt, VOTER)).contains(RECEIPT);
        assertThat(new FormToken(both).isOf(VOTER, token)).isTrue();
        assertThat(both.sealedText("letter").open(letter)).isEqualTo("for you");
        assertThat(new Receipts(both).write(RECEIPT, VOTER)).isNotEqualTo(receipt);
        assertThat(new FormToken(both).of(VOTER)).isNotEqualTo(token);

        VoterKeys retired = Keys.signedBy(NEW);
        assertThat(new Receipts(retired).read(receipt, VOTER)).isEmpty();
        assertThat(new FormToken(retired).isOf(VOTER, token)).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> retired.sealedText("letter").open(letter));
    }

    @Test
    void whatIsComparedWithWhatWasStoredStaysTheSame() {
        byte[] address = {1, 2, 3};

        assertThat(Keys.signedBy(NEW).lasting("email-address").of(address))
                .isEqualTo(Keys.ONE.lasting("email-address").of(address));
    }

    @Test
    void keysChangeUnderARunningService() {
        var signing = new AtomicReference<List<byte[]>>(List.of(Keys.bytes(OLD)));
        VoterCookie cookies = cookies(Keys.signedBy(signing::get));
        Voter before = cookies.issue();

        signing.set(List.of(Keys.bytes(NEW), Keys.bytes(OLD)));
        Voter during = cookies.read(with(before.newCookie().orElseThrow())).orElseThrow();
        signing.set(List.of(Keys.bytes(NEW)));

        assertThat(cookies.read(with(during.newCookie().orElseThrow())))
                .hasValueSatisfying(after -> assertThat(after.id()).isEqualTo(before.id()));
        assertThatExceptionOfType(InvalidVoterCookie.class)
                .isThrownBy(() -> cookies.read(with(before.newCookie().orElseThrow())));
    }
}
