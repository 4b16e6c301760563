package dev.toolverdicts.catalog.tool;

/// What a writer says of the three facts of a tool.
record FactWishes(FactWish price, FactWish license, FactWish status) {}
