package dev.toolverdicts.catalog.card;

import java.time.Instant;

/// What the price, the licence and the status of a tool rest on.
public record Facts(Fact price, Fact license, Fact status) {

    static Facts of(ToolState tool, Instant now) {
        FactStates said = tool.facts();
        return said == null
                ? unsaid(tool, now)
                : new Facts(Fact.of(said.price(), now), Fact.of(said.license(), now), Fact.of(said.status(), now));
    }

    private static Facts unsaid(ToolState tool, Instant now) {
        Instant priceRead = tool.pricing().capturedAt();
        Fact written = Fact.of(FactState.unsaid(tool.websiteUrl(), tool.createdAt()), now);
        return new Facts(
                priceRead == null ? written : Fact.of(FactState.unsaid(tool.websiteUrl(), priceRead), now),
                written,
                written);
    }

    /// Tells apart the answers that one version of a tool gives as time goes by.
    int staleness() {
        return price.staleness() + license.staleness() + status.staleness();
    }
}
