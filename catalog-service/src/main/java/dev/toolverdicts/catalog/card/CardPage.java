package dev.toolverdicts.catalog.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of cards and the opaque cursor of the next, if there is one.
public record CardPage(List<ToolCard> cards, @Nullable String next) {}
