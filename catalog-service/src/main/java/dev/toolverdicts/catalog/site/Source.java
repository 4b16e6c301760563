package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one column of a comparison comes from, at addresses that work outside the site.
///
/// @param priceSeen when somebody last looked at the price
/// @param facts what its price, licence and status rest on
record Source(
        String tool,
        @Nullable String website,
        @Nullable Instant priceSeen,
        String reviews,
        String votes,
        List<FactSource> facts,
        Instant asOf) {

    public @Nullable LocalDate priceDay() {
        return priceSeen == null ? null : TakeView.day(priceSeen);
    }

    static List<Source> of(List<ToolCard> tools, PageSettings settings) {
        return tools.stream().map(tool -> of(tool, settings)).toList();
    }

    private static Source of(ToolCard tool, PageSettings settings) {
        String page = settings.address("/tool/" + tool.slug());
        return new Source(
                tool.name(),
                ToolView.webAddress(tool.websiteUrl()),
                tool.pricing().capturedAt(),
                page + "#reviews",
                page + "/votes",
                FactSource.of(tool.facts()),
                tool.asOf());
    }
}
