package dev.toolverdicts.review.knowntool;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param takenDown null while it is shown
public record KnownTool(
        UUID toolId, String slug, String name, @Nullable TakenDown takenDown) {}
