package dev.toolverdicts.system;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What must stand in no log, no topic and no trace, as the stories come to know it.
final class KnownSecrets {

    private static final int OF_A_KIND = 40;
    private static final int SHORTEST = 8;
    private static final Map<String, Set<String>> BY_KIND = new ConcurrentHashMap<>();

    private KnownSecrets() {}

    /// Keeps the first of each kind: many are made alike.
    static void add(String kind, String value) {
        Set<String> known = BY_KIND.computeIfAbsent(kind, _ -> ConcurrentHashMap.newKeySet());
        if (value.length() >= SHORTEST && known.size() < OF_A_KIND) {
            known.add(value);
        }
    }

    /// Each with its kind.
    static Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        BY_KIND.forEach((kind, values) -> values.forEach(value -> all.put(value, kind)));
        return all;
    }
}
