package dev.toolverdicts.catalog.tool;

/// A tool in a list.
///
/// @param status where it is in its life, or that it was taken down
record ToolName(String slug, String name, String status) {}
