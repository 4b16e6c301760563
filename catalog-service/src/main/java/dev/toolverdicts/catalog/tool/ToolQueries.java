package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.category.CategoryQueries;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The write side, read for editors.
@Component
class ToolQueries {

    private static final int MOST_NAMES = 100;

    private final ToolRepository tools;
    private final CategoryQueries categories;

    ToolQueries(ToolRepository tools, CategoryQueries categories) {
        this.tools = tools;
        this.categories = categories;
    }

    Optional<ToolView> bySlug(String slug) {
        return tools.bySlug(slug)
                .map(tool -> ToolView.of(
                        tool, categories.byKey(tool.text().category()).orElseThrow()));
    }

    /// The first hundred by name of those whose name contains this.
    List<ToolName> named(String part) {
        return tools.named(part, MOST_NAMES);
    }

    /// The present slug of a tool that had this one.
    Optional<String> currentSlug(String slug) {
        return tools.currentSlug(slug);
    }
}
