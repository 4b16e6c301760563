package dev.toolverdicts.catalog.shared;

import dev.toolverdicts.catalog.live.ChangeWatch;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The pages by address, in the memory of this copy of the service, within a budget of bytes: over it,
/// what nobody has asked for the longest goes first.
///
/// While changes are not heard nothing is kept and nothing shown.
public final class SharedPages implements ChangeWatch {

    private static final String TOOLS = SharedPages.class.getName() + ".tools";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String PATH = "/compare/";
    private static final int LONGEST_ADDRESS = 512;

    /// Changes of no single tool that no comparison shows.
    private static final Set<String> ELSEWHERE = Set.of("board", "ranks");

    /// What a page takes beside its bytes and its address, roughly.
    private static final int OVERHEAD = 600;

    private final Duration shown;
    private final long budget;
    private final Clock clock;
    private final Map<String, SharedPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Drops drops = new Drops();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private long bytes;
    private boolean hearing;

    SharedPages(SharedPagesSettings settings, Clock clock) {
        this.shown = settings.shown();
        this.budget = settings.memory().toBytes();
        this.clock = clock;
    }

    /// Says which tools are on the page that is being made.
    ///
    /// @param tools their slugs, in the order of the page's address
    public static void about(HttpServletRequest request, List<String> tools) {
        request.setAttribute(TOOLS, tools);
    }

    /// What [#about] was told; null where nothing was said.
    static @Nullable List<String> tools(HttpServletRequest request) {
        return request.getAttribute(TOOLS) instanceof List<?> tools
                ? tools.stream().map(String::valueOf).toList()
                : null;
    }

    /// Null for a request that must see no shared page and leave none.
    @Nullable
    Look look(HttpServletRequest request) {
        if (shown.isZero() || budget == 0 || !isNewcomersRead(request)) {
            return null;
        }
        String path = request.getRequestURI();
        String address = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        return path.startsWith(PATH) && address.length() <= LONGEST_ADDRESS ? look(address) : null;
    }

    private static boolean isNewcomersRead(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && Collections.list(request.getHeaders(HttpHeaders.COOKIE)).stream()
                        .allMatch(Newcomer::has);
    }

    private synchronized @Nullable Look look(String address) {
        return hearing ? new Look(address, clock.instant(), drops.last()) : null;
    }

    @Nullable
    SharedPage find(Look look) {
        SharedPage page = fresh(look);
        (page == null ? misses : hits).incrementAndGet();
        return page;
    }

    private synchronized @Nullable SharedPage fresh(Look look) {
        SharedPage page = pages.get(look.address());
        if (page != null && !look.at().isBefore(page.at().plus(shown))) {
            forget(look.address());
            return null;
        }
        return page;
    }

    /// Unless something on it has changed since it was asked for. A page that is larger than the budget
    /// is not kept, nor is the one it would have replaced.
    synchronized void keep(Look look, SharedPage page) {
        if (!hearing || drops.concern(page.tools(), look.dropped())) {
            return;
        }
        forget(look.address());
        long weight = weight(look.address(), page);
        if (weight > budget) {
            return;
        }
        pages.put(look.address(), page);
        bytes += weight;
        Iterator<Map.Entry<String, SharedPage>> oldest = pages.entrySet().iterator();
        while (bytes > budget) {
            Map.Entry<String, SharedPage> first = oldest.next();
            bytes -= weight(first.getKey(), first.getValue());
            oldest.remove();
        }
    }

    private void forget(String address) {
        SharedPage page = pages.remove(address);
        if (page != null) {
            bytes -= weight(address, page);
        }
    }

    private static long weight(String address, SharedPage page) {
        return OVERHEAD + 2L * address.length() + page.size();
    }

    @Override
    public synchronized void heard(String kind, @Nullable String slug) {
        if (slug != null) {
            drops.of(slug);
            pages.entrySet().removeIf(each -> {
                boolean concerned = each.getValue().tools().contains(slug);
                bytes -= concerned ? weight(each.getKey(), each.getValue()) : 0;
                return concerned;
            });
        } else if (!ELSEWHERE.contains(kind)) {
            dropAll();
        }
    }

    /// What was said meanwhile was not heard.
    @Override
    public synchronized void hears(boolean everything) {
        hearing = everything;
        dropAll();
    }

    private void dropAll() {
        drops.all();
        pages.clear();
        bytes = 0;
    }

    long hits() {
        return hits.get();
    }

    long misses() {
        return misses.get();
    }

    synchronized long bytes() {
        return bytes;
    }
}
