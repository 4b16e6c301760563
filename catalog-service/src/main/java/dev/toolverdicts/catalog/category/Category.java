package dev.toolverdicts.catalog.category;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record Category(String key, String name, @Nullable String parent, List<String> synonyms) {}
