package dev.toolverdicts.catalog.critic;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;

/// What a critic said of one tool.
public record CriticVerdict(ToolCard tool, Take take) {}
