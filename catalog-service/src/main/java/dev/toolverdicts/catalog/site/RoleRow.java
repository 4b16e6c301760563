package dev.toolverdicts.catalog.site;

import java.util.List;

/// One role: its critic, and what that critic and the voters of the role say of each tool.
///
/// @param critic the critic's name
/// @param label the critic's point of view, empty where no review tells it
/// @param sides one per tool, in the order of the columns
record RoleRow(String critic, String label, List<RoleSide> sides) {}
