package dev.toolverdicts.gateway.key;

import dev.toolverdicts.gateway.edge.KeyHolder;
import dev.toolverdicts.gateway.edge.KeyHolders;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/// Which keys count, as this copy of the gateway has read it a moment ago. Many requests share one
/// look at the store, and nobody without a key causes any. While the store is away those known
/// before go on, and a key that is not known is taken for none: it may have been made since.
final class KeyRing implements KeyHolders {

    /// While the store is away it is asked once in this time.
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    /// @param changes how many changes of this copy's own it knows of
    /// @param sure whether the store has just said so
    private record Known(Map<String, KeyHolder> holders, boolean sure, long at, long changes) {}

    private final LongSupplier nanoTime;
    private final long goesBy;
    private final AtomicLong changes = new AtomicLong();
    private final Mono<Known> current;
    private volatile Map<String, KeyHolder> last = Map.of();

    /// @param store asks the store, off the event loop, for those that count
    KeyRing(Supplier<Mono<Map<String, KeyHolder>>> store, Duration goesBy, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.goesBy = goesBy.toNanos();
        this.current = Mono.defer(() -> read(store)).cacheInvalidateIf(this::isOver);
    }

    private Mono<Known> read(Supplier<Mono<Map<String, KeyHolder>>> store) {
        long before = changes.get();
        return store.get()
                .map(holders -> {
                    last = holders;
                    return known(holders, true, before);
                })
                .onErrorResume(Refusal.class, _ -> Mono.fromSupplier(() -> known(last, false, before)));
    }

    private Known known(Map<String, KeyHolder> holders, boolean sure, long before) {
        return new Known(holders, sure, nanoTime.getAsLong(), before);
    }

    private boolean isOver(Known known) {
        return known.changes() != changes.get() || nanoTime.getAsLong() - known.at() >= (known.sure() ? goesBy : PAUSE);
    }

    /// This copy has changed something itself.
    void changed() {
        changes.incrementAndGet();
    }

    @Override
    public Mono<Optional<KeyHolder>> of(String sent) {
        Optional<KeyText> key = KeyText.of(sent);
        if (key.isEmpty()) {
            return Mono.error(refused());
        }
        String digest = key.get().digest();
        return current.map(known -> {
            KeyHolder holder = known.holders().get(digest);
            if (holder == null && known.sure()) {
                throw refused();
            }
            return Optional.ofNullable(holder);
        });
    }

    private static Refusal refused() {
        return new Refusal(Problem.of(
                        HttpStatus.UNAUTHORIZED, "This key does not count, or no more. Without one you may read too.")
                .with(HttpHeaders.WWW_AUTHENTICATE, "ApiKey"));
    }
}
