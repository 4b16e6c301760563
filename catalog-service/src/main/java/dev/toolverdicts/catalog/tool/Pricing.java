package dev.toolverdicts.catalog.tool;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A price as a sourced fact.
///
/// @param capturedAt when somebody read it at its source
record Pricing(
        String text,
        String model,
        @Nullable BigDecimal entryAmount,
        @Nullable String currency,
        @Nullable String period,
        Instant capturedAt) {

    /// Whether it says another price, whenever it was read.
    boolean differsFrom(Pricing other) {
        return !text.equals(other.text)
                || !model.equals(other.model)
                || !Objects.equals(currency, other.currency)
                || !Objects.equals(period, other.period)
                || !sameAmount(entryAmount, other.entryAmount);
    }

    private static boolean sameAmount(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
