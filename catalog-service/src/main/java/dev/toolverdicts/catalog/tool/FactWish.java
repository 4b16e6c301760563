package dev.toolverdicts.catalog.tool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a writer says of a fact beside its value; null leaves it as it is.
///
/// @param verifiedAt when they saw it at its source
record FactWish(@Nullable String sourceUrl, @Nullable Instant verifiedAt) {}
