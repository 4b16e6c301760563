package dev.toolverdicts.catalog.card;

/// A tool that may have been meant.
public record NearName(String slug, String name) {}
