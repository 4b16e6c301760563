package dev.toolverdicts.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A tool that a seed made.
///
/// @param text what an editor writes of it, as the public API takes it
record SeededTool(String slug, String name, Map<String, Object> text) {

    String body() {
        return JsonMapper.shared().writeValueAsString(text);
    }

    /// The same at another price.
    String body(String price, int amount) {
        var changed = new LinkedHashMap<>(text);
        changed.put("pricing", price(price, "paid", amount));
        return JsonMapper.shared().writeValueAsString(changed);
    }

    /// A price that was read at a time of its own, so that every run writes the same.
    static Map<String, Object> price(String text, String model, int amount) {
        return Map.of(
                "text",
                text,
                "model",
                model,
                "entryAmount",
                amount,
                "currency",
                "USD",
                "capturedAt",
                "2026-11-01T00:00:00Z");
    }
}
