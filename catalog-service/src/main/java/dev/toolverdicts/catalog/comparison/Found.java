package dev.toolverdicts.catalog.comparison;

/// What an address of two to five tools leads to.
public sealed interface Found {

    record Compared(Comparison comparison) implements Found {}

    /// The same tools have another address: the canonical order, each once, or a tool's new slug.
    record Moved(String pairKey) implements Found {}

    record SameTool(String slug) implements Found {}

    record Unknown() implements Found {}
}
