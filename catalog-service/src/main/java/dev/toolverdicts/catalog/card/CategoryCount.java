package dev.toolverdicts.catalog.card;

/// How many tools a category has.
public record CategoryCount(String key, long tools) {}
