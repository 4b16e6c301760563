package dev.toolverdicts.catalog.shared;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Numbers what was dropped, so that a page whose making began before a change is not kept after it.
/// Of a tool that has not changed for long it only knows that all the pages were dropped then.
final class Drops {

    private static final int MOST = 1_000;

    private final Map<String, Long> ofTools = new LinkedHashMap<>();
    private long ofAll;
    private long last;

    long last() {
        return last;
    }

    void all() {
        ofTools.clear();
        ofAll = ++last;
    }

    void of(String tool) {
        ofTools.remove(tool);
        ofTools.put(tool, ++last);
        if (ofTools.size() > MOST) {
            Iterator<Long> oldest = ofTools.values().iterator();
            ofAll = oldest.next();
            oldest.remove();
        }
    }

    boolean concern(Collection<String> tools, long since) {
        return ofAll > since || tools.stream().anyMatch(tool -> ofTools.getOrDefault(tool, 0L) > since);
    }
}
