package dev.toolverdicts.catalog.tool;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tools for tests.
final class Texts {

    static final Instant DAY = Instant.parse("2026-11-01T08:30:00.120Z");

    static final Pricing FREE = new Pricing("Free", "free", BigDecimal.ZERO, "USD", null, DAY);

    private Texts() {}

    static ToolText text(String slug, String status, Pricing pricing) {
        return text(slug, status, pricing, "osi_open", null);
    }

    static ToolText text(String slug, String status, Pricing pricing, String licenseClass, @Nullable String optional) {
        return new ToolText(
                slug,
                "Sample",
                "A sample tool",
                "A sample tool that a test made.",
                "audio",
                optional == null ? List.of() : List.of(optional),
                optional == null ? null : "https://sample.example",
                optional == null ? null : "https://code.example/sample",
                status,
                pricing,
                optional,
                licenseClass,
                optional,
                optional);
    }
}
