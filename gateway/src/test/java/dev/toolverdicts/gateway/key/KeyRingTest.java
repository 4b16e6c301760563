package dev.toolverdicts.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.gateway.edge.KeyHolder;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

class KeyRingTest {

    private static final Duration KNOWN = Duration.ofSeconds(2);
    private static final KeyHolder HOLDER = new KeyHolder(7, "standard");

    private final KeyText key = KeyText.fresh();
    private final Map<String, KeyHolder> stored = new HashMap<>(Map.of(key.digest(), HOLDER));
    private long now = Long.MAX_VALUE - 10;
    private int asked;
    private boolean isAway;
    private final KeyRing ring = new KeyRing(() -> Mono.defer(this::read), KNOWN, () -> now);

    private Mono<Map<String, KeyHolder>> read() {
        asked++;
        return isAway ? Mono.error(new Refusal(Problem.unavailable())) : Mono.just(Map.copyOf(stored));
    }

    private Optional<KeyHolder> holder(String sent) {
        return ring.of(sent).blockOptional().orElseThrow();
    }

    private void isRefused(String sent) {
        assertThatThrownBy(() -> holder(sent)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(refusal.problem().headers()).containsEntry("WWW-Authenticate", "ApiKey");
        });
    }

    private void later(Duration time) {
        now += time.toNanos();
    }

    @Test
    void manyRequestsAreOneLookAtTheStore() {
        for (int i = 0; i < 100; i++) {
            assertThat(holder(key.text())).contains(HOLDER);
        }
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whatWasTakenBackElsewhereCountsNoLongerThanSaid() {
        holder(key.text());
        stored.clear();
        later(KNOWN.minusMillis(1));
        assertThat(holder(key.text())).contains(HOLDER);
        later(Duration.ofMillis(1));

        isRefused(key.text());
    }

    @Test
    void whatWasTakenBackHereCountsNoMoreAtOnce() {
        holder(key.text());
        stored.clear();
        ring.changed();

        isRefused(key.text());
    }

    @Test
    void whatWasNeverAKeyDoesNotReachTheStore() {
        isRefused("");
        isRefused("tv_short");
        isRefused(key.text() + "x");

        assertThat(asked).isZero();
    }

    @Test
    void whatTheStoreDoesNotKnowIsRefused() {
        isRefused(KeyText.fresh().text());
    }

    @Test
    void whileTheStoreIsAwayKnownKeysGoOnAndOthersAreNobodys() {
        holder(key.text());
        isAway = true;
        later(KNOWN);

        assertThat(holder(key.text())).contains(HOLDER);
        assertThat(holder(KeyText.fresh().text())).isEmpty();
        assertThat(asked).isEqualTo(2);
        isAway = false;
        later(Duration.ofSeconds(1));
        isRefused(KeyText.fresh().text());
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void aKeyTellsNobodyWhatItIs() {
        assertThat(key).hasToString("a key");
        assertThat(key.digest()).doesNotContain(key.text().substring(3)).hasSize(64);
        assertThat(key.hint()).hasSize(8).startsWith("tv_");
        assertThat(KeyText.fresh().text()).isNotEqualTo(key.text());
    }
}
