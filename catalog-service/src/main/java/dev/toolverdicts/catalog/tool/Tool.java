package dev.toolverdicts.catalog.tool;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One product with its present facts, and the previous price and status with the time they changed.
///
/// @param facts what price, licence and status rest on
/// @param latestRelease null while it has none
/// @param takenDown why it is shown to nobody; null while it is shown
record Tool(
        UUID toolId,
        long version,
        ToolText text,
        Instant statusSince,
        @Nullable String previousStatus,
        Instant pricingSince,
        @Nullable Pricing previousPricing,
        List<String> previousSlugs,
        ToolFacts facts,
        @Nullable ToolRelease latestRelease,
        @Nullable TakenDown takenDown,
        Instant createdAt,
        Instant updatedAt) {

    static Tool first(UUID id, ToolText text, Instant now) {
        return new Tool(
                id, 1, text, now, null, now, null, List.of(), ToolFacts.unsaid(text, now), null, null, now, now);
    }

    /// The same version with other evidence.
    Tool resting(ToolFacts on) {
        return new Tool(
                toolId,
                version,
                text,
                statusSince,
                previousStatus,
                pricingSince,
                previousPricing,
                previousSlugs,
                on,
                latestRelease,
                takenDown,
                createdAt,
                updatedAt);
    }

    /// The next version, because of something that is kept apart from the tool.
    Tool raised(Instant now) {
        return shown(takenDown, now);
    }

    Tool changed(ToolText next, Instant now) {
        boolean newStatus = !next.status().equals(text.status());
        boolean newPrice = next.pricing().differsFrom(text.pricing());
        boolean newSlug = !next.slug().equals(text.slug());
        return new Tool(
                toolId,
                version + 1,
                next,
                newStatus ? now : statusSince,
                newStatus ? text.status() : previousStatus,
                newPrice ? now : pricingSince,
                newPrice ? text.pricing() : previousPricing,
                newSlug ? moved(next.slug()) : previousSlugs,
                facts,
                latestRelease,
                takenDown,
                createdAt,
                now);
    }

    /// For another reason than before it stays down since it went.
    Tool takenDown(String reason, Instant now) {
        return shown(new TakenDown(reason, takenDown == null ? now : takenDown.since()), now);
    }

    Tool broughtBack(Instant now) {
        return shown(null, now);
    }

    private Tool shown(@Nullable TakenDown unlessTaken, Instant now) {
        return new Tool(
                toolId,
                version + 1,
                text,
                statusSince,
                previousStatus,
                pricingSince,
                previousPricing,
                previousSlugs,
                facts,
                latestRelease,
                unlessTaken,
                createdAt,
                now);
    }

    private List<String> moved(String to) {
        return Stream.concat(previousSlugs.stream(), Stream.of(text.slug()))
                .filter(slug -> !slug.equals(to))
                .distinct()
                .toList();
    }
}
