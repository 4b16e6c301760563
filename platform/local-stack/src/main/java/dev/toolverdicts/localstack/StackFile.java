package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says which process is which, so that an operator or a fault test can find any one of them.
final class StackFile {

    private final DataFolder data;
    private final String url;
    private final List<Map<String, Object>> fixed = new ArrayList<>();

    StackFile(DataFolder data, String url) {
        this.data = data;
        this.url = url;
    }

    /// Something that lives in the launcher itself and so has no process of its own.
    void addFixed(Map<String, Object> entry) {
        fixed.add(entry);
    }

    synchronized void write(Map<Unit, Long> pids) {
        var processes = new ArrayList<Map<String, Object>>();
        pids.forEach((unit, pid) -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("name", unit.name());
            entry.put("pid", pid);
            entry.put("port", unit.port());
            entry.put("log", unit.log().toString());
            processes.add(entry);
        });
        processes.addAll(fixed);
        var content = new LinkedHashMap<String, Object>();
        content.put("url", url);
        content.put("launcher", ProcessHandle.current().pid());
        content.put("processes", processes);
        try {
            data.write("stack.json", Json.MAPPER.writeValueAsString(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(data.stackFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
