package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `stack.json`: which process is which, so that an operator or a fault test can find any one of them.
final class StackFile {

    static final String NAME = "stack.json";

    private final DataFolder data;
    private final String url;

    StackFile(DataFolder data, String url) {
        this.data = data;
        this.url = url;
    }

    void write(Map<Unit, Long> pids) {
        var content = new LinkedHashMap<String, Object>();
        content.put("url", url);
        content.put("launcher", ProcessHandle.current().pid());
        content.put("processes", entries(pids));
        try {
            data.write(NAME, Json.MAPPER.writeValueAsString(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> entries(Map<Unit, Long> pids) {
        var entries = new ArrayList<Map<String, Object>>();
        pids.forEach((unit, pid) -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("name", unit.name());
            entry.put("pid", pid);
            entry.put("port", unit.port());
            entry.putAll(unit.facts());
            entry.put("log", unit.log().toString());
            entries.add(entry);
        });
        return entries;
    }

    void remove() {
        try {
            Files.deleteIfExists(data.path(NAME));
        } catch (IOException e) {
            // A folder that cannot be written any more keeps it; the next start writes another.
        }
    }

    /// What the running system wrote, null when none runs.
    static @Nullable JsonNode read(DataFolder data) {
        try {
            return data.has(NAME) ? Json.MAPPER.readTree(data.read(NAME)) : null;
        } catch (IOException | JacksonException e) {
            return null;
        }
    }
}
