package dev.toolverdicts.catalog.live;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A hint that something is not what it was.
///
/// @param slug of the tool it is about; null when it is about no single one
/// @param kind what has changed: `tool`, `panel`, `voice`, `duel`, `news`, `critic`, `board`, `ranks`,
///     or `any` when that is not known
/// @param asOf when this copy heard of it
record Change(@Nullable String slug, String kind, Instant asOf) {

    static final String ANY = "any";
    private static final String CRITIC = "critic";

    Change {
        requireNonNull(kind, "kind");
        requireNonNull(asOf, "asOf");
    }

    /// Anything may have changed.
    static Change any(Instant asOf) {
        return new Change(null, ANY, asOf);
    }

    /// Whether pages of every tool have to know: what critics are called stands on all of them, places
    /// on boards on none.
    boolean concernsEveryTool() {
        return kind.equals(ANY) || kind.equals(CRITIC);
    }

    /// What two hints that say the same have in common.
    String matter() {
        return slug == null ? kind : kind + " " + slug;
    }
}
