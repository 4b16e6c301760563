package dev.toolverdicts.catalog.comparison;

/// What an address of two tools leads to.
public sealed interface Found {

    record Pair(Comparison comparison) implements Found {}

    /// The same pair has another address: the canonical order, or a tool's new slug.
    record Moved(String pairKey) implements Found {}

    record SameTool(String slug) implements Found {}

    record Unknown() implements Found {}
}
