package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One tool as the pages show it.
record ToolView(
        String slug,
        String name,
        String initial,
        String categoryKey,
        String categoryName,
        String tagline,
        List<String> summary,
        @Nullable String websiteUrl,
        @Nullable String websiteHost,
        @Nullable String notice,
        String entry,
        String price,
        @Nullable LocalDate priceSeen,
        FactView priceFact,
        String license,
        FactView licenseFact,
        String status,
        FactView statusFact,
        String bestFor,
        @Nullable String notFor,
        PanelView panel,
        CommunityView community,
        boolean brigade) {

    static ToolView of(ToolCard card) {
        return of(card, PanelView.of(card.panel()));
    }

    /// @param panel as its reader is to see it
    static ToolView of(ToolCard card, PanelView panel) {
        var seen = card.pricing().capturedAt();
        String website = webAddress(card.websiteUrl());
        return new ToolView(
                card.slug(),
                card.name(),
                initial(card.name()),
                card.category().key(),
                card.category().name(),
                card.tagline(),
                Words.paragraphs(card.summary()),
                website,
                website == null ? null : host(website),
                notice(card.status()),
                card.pricing().entryLabel(),
                card.pricing().text(),
                seen == null ? null : seen.atZone(ZoneOffset.UTC).toLocalDate(),
                FactView.of(card.facts().price()),
                license(card.license().spdx(), card.license().licenseClass()),
                FactView.of(card.facts().license()),
                Words.capital(card.status()),
                FactView.of(card.facts().status()),
                card.bestFor() == null ? "Not stated yet" : card.bestFor(),
                card.notFor(),
                panel,
                CommunityView.of(card.community()),
                card.community().brigade());
    }

    private static String initial(String name) {
        return new String(Character.toChars(Character.toUpperCase(name.codePointAt(0))));
    }

    /// Only web addresses become links, whatever the data says.
    static @Nullable String webAddress(@Nullable String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "the official site" : host.replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException notAnAddress) {
            return "the official site";
        }
    }

    private static @Nullable String notice(String status) {
        return switch (status) {
            case "announced" -> "Announced, not out yet.";
            case "waitlist" -> "Open to a waiting list only.";
            case "discontinued" -> "Discontinued. The verdict stays as a record.";
            case "acquired" -> "Acquired. What the new owner does with it is not in this verdict.";
            default -> null;
        };
    }

    private static String license(@Nullable String spdx, String licenseClass) {
        String meaning = meaning(licenseClass);
        return spdx == null ? Words.capital(meaning) : spdx + " · " + meaning;
    }

    /// A class of licences in words.
    static String meaning(String licenseClass) {
        return switch (licenseClass) {
            case "osi_open" -> "open source";
            case "open_weight_restricted" -> "open weights, with conditions";
            case "source_available" -> "source available, with conditions";
            case "proprietary" -> "proprietary";
            default -> "not known";
        };
    }
}
