package dev.toolverdicts.review.review;

import org.jspecify.annotations.Nullable;

/// A source that sentences of a review lean on; in the text `[^1]` names the one of id 1.
public record Citation(int id, String url, @Nullable String title) {}
