package dev.toolverdicts.catalog.card;

import org.jspecify.annotations.Nullable;

/// Which of a critic's takes, in which order, from where on.
///
/// @param category the key of the one the tools are in, null for all
/// @param limit 1 to 100
/// @param cursor what an earlier page said comes next
public record TakeFilter(
        String criticKey,
        @Nullable String category,
        Order order,
        int limit,
        @Nullable String cursor) {

    public enum Order {
        NEWEST,
        HIGHEST,
        LOWEST
    }
}
