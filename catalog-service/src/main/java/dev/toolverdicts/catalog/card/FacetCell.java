package dev.toolverdicts.catalog.card;

/// How many of the tools that words lead to are alike in all that they are narrowed down by.
///
/// @param votes the highest of the steps asked about that each of them reaches with its votes, 0
///     for none
public record FacetCell(
        String category, String licenseClass, String entry, String verdict, long votes, long tools, boolean asTyped) {}
