package dev.toolverdicts.platform.web.pages;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Pages by address within a budget of bytes. Over it, what nobody has asked for the longest goes
/// first. Any thread may call it; what must not come between two calls is the caller's to keep out.
///
/// @param <P> a page, whose weight is always the same
public final class PagesByAddress<P> {

    private final long budget;
    private final ToLongFunction<P> weight;
    private final Map<String, P> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /// @param budget in bytes; nothing is kept with 0
    /// @param weight the bytes that a page takes beside its address
    public PagesByAddress(long budget, ToLongFunction<P> weight) {
        this.budget = budget;
        this.weight = weight;
    }

    public synchronized @Nullable P find(String address) {
        return pages.get(address);
    }

    /// A page that is larger than the budget is not kept, nor is the one it would have replaced.
    public synchronized void keep(String address, P page) {
        forget(address);
        long added = weight(address, page);
        if (added > budget) {
            return;
        }
        pages.put(address, page);
        bytes += added;
        Iterator<Map.Entry<String, P>> oldest = pages.entrySet().iterator();
        while (bytes > budget) {
            Map.Entry<String, P> first = oldest.next();
            bytes -= weight(first.getKey(), first.getValue());
            oldest.remove();
        }
    }

    public synchronized void forget(String address) {
        P page = pages.remove(address);
        if (page != null) {
            bytes -= weight(address, page);
        }
    }

    /// @param gone asked once of each page, while nobody else is let in
    public synchronized void forgetIf(Predicate<P> gone) {
        pages.entrySet().removeIf(each -> {
            boolean goes = gone.test(each.getValue());
            bytes -= goes ? weight(each.getKey(), each.getValue()) : 0;
            return goes;
        });
    }

    public synchronized void forgetAll() {
        pages.clear();
        bytes = 0;
    }

    /// What all of them take, with their addresses; never more than the budget.
    public synchronized long bytes() {
        return bytes;
    }

    private long weight(String address, P page) {
        return 2L * address.length() + weight.applyAsLong(page);
    }
}
