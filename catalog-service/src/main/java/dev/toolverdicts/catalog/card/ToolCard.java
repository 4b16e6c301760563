package dev.toolverdicts.catalog.card;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tool as the public contract shows it, wherever one appears.
///
/// @param versions what of each source this card shows; not part of the JSON
public record ToolCard(
        String slug,
        String name,
        String tagline,
        String summary,
        Category category,
        List<String> tags,
        @Nullable String websiteUrl,
        String status,
        Pricing pricing,
        License license,
        @Nullable String bestFor,
        @Nullable String notFor,
        @Nullable String repoUrl,
        Facts facts,
        @Nullable LatestRelease latestRelease,
        Panel panel,
        Community community,
        Instant asOf,
        @JsonIgnore Versions versions) {

    public record Category(String key, String name) {}

    public record Pricing(
            String text,
            String model,
            @Nullable BigDecimal entryAmount,
            @Nullable String currency,
            @Nullable String period,
            String entryLabel,
            @Nullable Instant capturedAt) {}

    public record License(
            @Nullable String spdx, @JsonProperty("class") String licenseClass) {}

    public record LatestRelease(
            UUID releaseId,
            String label,
            LocalDate releasedOn,
            @Nullable String sourceUrl) {}

    public record Panel(int ships, int skips, @Nullable Integer pct, String verdict, int quorum, int critics) {

        /// The counts in words, as the decision table and the share text say them.
        public String counts() {
            return ships + " ship / " + skips + " skip";
        }
    }

    /// @param brigade whether an unusual burst of votes is being looked into
    public record Community(
            long ships,
            long skips,
            @Nullable Integer pct,
            @Nullable Double wilsonLow,
            @Nullable Double wilsonHigh,
            boolean brigade) {

        /// Under so many votes a share would say more than is known: people are told counts, and a dash
        /// where nobody has voted. Programs get what was counted, with its interval.
        public static final int ENOUGH_FOR_A_SHARE = 5;

        /// Before anybody has voted.
        public static final Community NONE = new Community(0, 0, null, null, null, false);

        public long votes() {
            return ships + skips;
        }

        /// Whether there are votes enough to tell people a percentage.
        public boolean hasShare() {
            return areEnough(votes()) && pct != null && wilsonLow != null && wilsonHigh != null;
        }

        /// Whether so many are enough, of whatever kind.
        public static boolean areEnough(long votes) {
            return votes >= ENOUGH_FOR_A_SHARE;
        }
    }

    public record Versions(long tool, long panel, long tally) {}

    /// Strong, and its first part is the write version, the only one that a write compares. Facts
    /// that nobody has looked at for long say so without a new version, hence the last part.
    public String etag() {
        int stale = facts.staleness();
        return "\"%d.%d.%d%s\""
                .formatted(versions.tool(), versions.panel(), versions.tally(), stale == 0 ? "" : ".c" + stale);
    }
}
