package dev.toolverdicts.catalog.tool;

/// A tool in a list.
record ToolName(String slug, String name, String status) {}
