package dev.toolverdicts.newsletter.issue;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// What an entry says, as it was when the issue was drafted.
///
/// @param from the verdict or price before; null where there was none
/// @param to the verdict or price now; null where neither is told
/// @param panel the counts of the critics
/// @param community the counts of the voters
/// @param before the counts of the voters when the last issue was drafted
/// @param other whom a comparison sets it against
public record EntryFacts(
        String name,
        String tagline,
        @Nullable String from,
        @Nullable String to,
        @Nullable Count panel,
        @Nullable Count community,
        @Nullable Count before,
        @Nullable Opponent other) {

    public EntryFacts {
        requireNonNull(name, "name");
        requireNonNull(tagline, "tagline");
    }

    public record Count(long ships, long skips) {

        public Count {
            if (ships < 0 || skips < 0) {
                throw new IllegalArgumentException("counts must not be negative");
            }
        }

        /// In whole percent, halves upwards; 0 where nobody has spoken.
        public long pct() {
            long all = ships + skips;
            return all == 0 ? 0 : (200 * ships + all) / (2 * all);
        }
    }

    public record Opponent(String slug, String name, String verdict, Count panel) {}
}
