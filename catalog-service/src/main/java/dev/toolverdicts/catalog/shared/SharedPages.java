package dev.toolverdicts.catalog.shared;

import dev.toolverdicts.catalog.live.ChangeWatch;
import dev.toolverdicts.platform.web.newcomer.Newcomer;
import dev.toolverdicts.platform.web.pages.PageAddress;
import dev.toolverdicts.platform.web.pages.PagesByAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The pages, in the memory of this copy of the service. While changes are not heard nothing is kept
/// and nothing shown.
///
/// Its own lock is always taken before that of the pages: between what is noted of a change and the
/// pages that go for it, none is kept.
public final class SharedPages implements ChangeWatch {

    private static final String TOOLS = SharedPages.class.getName() + ".tools";
    private static final String PATH = "/compare/";

    /// Changes of no single tool that no comparison shows.
    private static final Set<String> ELSEWHERE = Set.of("board", "ranks");

    private final boolean off;
    private final Duration shown;
    private final Clock clock;
    private final PagesByAddress<SharedPage> pages;
    private final Drops drops = new Drops();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private boolean hearing;

    SharedPages(SharedPagesSettings settings, Clock clock) {
        long budget = settings.memory().toBytes();
        this.off = settings.shown().isZero() || budget == 0;
        this.shown = settings.shown();
        this.pages = new PagesByAddress<>(budget, SharedPage::weight);
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
        if (off || !request.getRequestURI().startsWith(PATH) || !Newcomer.sent(request)) {
            return null;
        }
        String address = PageAddress.of(request);
        return address == null ? null : look(address);
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
        SharedPage page = pages.find(look.address());
        if (page != null && !look.at().isBefore(page.at().plus(shown))) {
            pages.forget(look.address());
            return null;
        }
        return page;
    }

    /// Unless something on it has changed since it was asked for.
    synchronized void keep(Look look, SharedPage page) {
        if (hearing && !drops.concern(page.tools(), look.dropped())) {
            pages.keep(look.address(), page);
        }
    }

    @Override
    public synchronized void heard(String kind, @Nullable String slug) {
        if (slug != null) {
            drops.of(slug);
            pages.forgetIf(page -> page.tools().contains(slug));
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
        pages.forgetAll();
    }

    long hits() {
        return hits.get();
    }

    long misses() {
        return misses.get();
    }

    long bytes() {
        return pages.bytes();
    }
}
