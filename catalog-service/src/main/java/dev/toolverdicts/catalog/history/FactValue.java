package dev.toolverdicts.catalog.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a fact said. Beside its words a price has its parts, and a licence its name and class.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactValue(
        String text,
        @Nullable String model,
        @Nullable BigDecimal entryAmount,
        @Nullable String currency,
        @Nullable String period,
        @Nullable String spdx,
        @JsonProperty("class") @Nullable String licenseClass) {

    public static FactValue price(
            String text,
            String model,
            @Nullable BigDecimal entryAmount,
            @Nullable String currency,
            @Nullable String period) {
        return new FactValue(text, model, entryAmount, currency, period, null, null);
    }

    public static FactValue license(@Nullable String spdx, String licenseClass) {
        String words = licenseClass.replace('_', ' ');
        return new FactValue(spdx == null ? words : spdx, null, null, null, null, spdx, licenseClass);
    }

    public static FactValue status(String word) {
        return new FactValue(word, null, null, null, null, null, null);
    }
}
