package dev.toolverdicts.catalog.card;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One page of cards and the opaque cursor of the next, if there is one.
public record CardPage(List<ToolCard> cards, @Nullable String next) {

    /// When the latest of the cards changed.
    public Optional<Instant> asOf() {
        return cards.stream().map(ToolCard::asOf).max(Instant::compareTo);
    }
}
