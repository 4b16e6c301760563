package dev.toolverdicts.catalog.mcp;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.TakenDown;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Which tool a slug means now: one that was renamed answers to its former names.
@Component
class KnownSlugs {

    private final CardQueries cards;

    KnownSlugs(CardQueries cards) {
        this.cards = cards;
    }

    /// @throws NothingFound with the reason
    String present(String slug) {
        return cards.bySlug(slug).isPresent() ? slug : cards.currentSlug(slug).orElseThrow(() -> missing(slug));
    }

    /// Reads by a slug, or by the one that the tool has now.
    ///
    /// @throws NothingFound with the reason
    <T> T read(String slug, Function<String, Optional<T>> reader) {
        return reader.apply(slug)
                .or(() -> cards.currentSlug(slug).flatMap(reader))
                .orElseThrow(() -> missing(slug));
    }

    private NothingFound missing(String slug) {
        Optional<TakenDown> gone = cards.takenDown(slug);
        return new NothingFound(gone.map(why -> "The tool was taken down: " + why.reason())
                .orElse("There is no tool with this slug. The tool `search` finds slugs by words."));
    }
}
