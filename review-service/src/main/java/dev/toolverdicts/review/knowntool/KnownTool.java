package dev.toolverdicts.review.knowntool;

import java.util.UUID;

public record KnownTool(UUID toolId, String slug, String name) {}
