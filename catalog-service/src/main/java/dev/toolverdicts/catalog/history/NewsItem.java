package dev.toolverdicts.catalog.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What is reported elsewhere of tools and their releases.
public record NewsItem(
        String key,
        String title,
        String url,
        LocalDate publishedOn,
        List<Mentioned> tools,
        List<MentionedRelease> releases,
        Instant updatedAt) {

    public record Mentioned(String slug, String name) {}

    /// @param tool the slug of its tool
    public record MentionedRelease(String tool, String label) {}
}
