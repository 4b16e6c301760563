package dev.toolverdicts.catalog.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryLabelTest {

    static Pricing pricing(String model, @Nullable BigDecimal amount) {
        return new Pricing("Sample price", model, amount, "USD", null, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "free,     ,    proprietary,            Free",
        "free,     0,   unknown,                Free",
        "freemium, ,    proprietary,            Free",
        "freemium, 0,   proprietary,            Free",
        "freemium, 20,  proprietary,            Free",
        "paid,     20,  proprietary,            Paid",
        "paid,     ,    proprietary,            Paid",
        "paid,     0,   proprietary,            Free",
        "paid,     0.00, proprietary,           Free",
        "paid,     20,  source_available,       Paid",
        "paid,     20,  open_weight_restricted, Paid",
        "usage,    20,  proprietary,            Paid",
        "usage,    0.1, unknown,                Paid",
        "usage,    0,   unknown,                Free",
        "contact,  ,    proprietary,            Unknown",
        "contact,  ,    osi_open,               Unknown",
        "unknown,  ,    unknown,                Unknown",
        "unknown,  0,   osi_open,               Unknown"
    })
    void theLabelFollowsFromModelAmountAndLicense(
            String model, @Nullable BigDecimal amount, String licenseClass, String label) {
        assertThat(EntryLabel.of(pricing(model, amount), licenseClass)).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "freemium", "paid", "usage", "contact", "unknown"})
    void openSourceNeverShowsPaid(String model) {
        assertThat(EntryLabel.of(pricing(model, BigDecimal.TEN), "osi_open")).isNotEqualTo("Paid");
    }
}
