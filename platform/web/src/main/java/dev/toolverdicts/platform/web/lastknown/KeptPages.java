package dev.toolverdicts.platform.web.lastknown;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pages by address within a budget of bytes. Over it, what nobody has asked for the longest goes
/// first.
final class KeptPages {

    /// What a page takes beside its bytes and its address, roughly.
    private static final int OVERHEAD = 200;

    private final long budget;
    private final Map<String, KeptPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    KeptPages(long budget) {
        this.budget = budget;
    }

    synchronized @Nullable KeptPage find(String address) {
        return pages.get(address);
    }

    /// A page that is larger than the budget is not kept, nor is the one it would have replaced.
    synchronized void keep(String address, KeptPage page) {
        forget(address);
        if (weight(address, page) > budget) {
            return;
        }
        pages.put(address, page);
        bytes += weight(address, page);
        Iterator<Map.Entry<String, KeptPage>> oldest = pages.entrySet().iterator();
        while (bytes > budget) {
            Map.Entry<String, KeptPage> first = oldest.next();
            bytes -= weight(first.getKey(), first.getValue());
            oldest.remove();
        }
    }

    synchronized void forget(String address) {
        KeptPage page = pages.remove(address);
        if (page != null) {
            bytes -= weight(address, page);
        }
    }

    synchronized void forgetAll() {
        pages.clear();
        bytes = 0;
    }

    synchronized long bytes() {
        return bytes;
    }

    private static long weight(String address, KeptPage page) {
        return OVERHEAD + 2L * address.length() + page.size();
    }
}
