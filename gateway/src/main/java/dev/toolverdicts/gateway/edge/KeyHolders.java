package dev.toolverdicts.gateway.edge;

import java.util.Optional;
import reactor.core.publisher.Mono;

/// Whose keys are.
public interface KeyHolders {

    /// Empty while it cannot be found out; whoever asks is then nobody in particular. Fails with a
    /// [Refusal] for a key that does not count.
    Mono<Optional<KeyHolder>> of(String key);
}
