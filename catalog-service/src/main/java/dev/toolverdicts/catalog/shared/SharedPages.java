package dev.toolverdicts.catalog.shared;

import dev.toolverdicts.catalog.live.ChangeWatch;
import dev.toolverdicts.platform.web.newcomer.Newcomer;
import dev.toolverdicts.platform.web.pages.PageAddress;
import dev.toolverdicts.platform.web.pages.PagesByAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// The pages, in the memory of this copy of the service. While changes are not heard nothing is kept
/// and nothing shown.
///
/// Its own lock is always taken before that of the pages: between what is noted of a change and the
/// pages that go for it, none is kept.
public final class SharedPages implements ChangeWatch {

    private static final String TOOLS = SharedPages.class.getName() + ".tools";
    private static final List<String> PATHS = List.of("/compare/", "/tool/");

    /// Stands among the tools of a page that also names others by their place in a list, which any tool can
    /// take.
    public static final String OTHERS = "/others";

    /// Changes that may give a tool another place in a list of others.
    private static final Set<String> MOVING = Set.of("tool", "panel");

    /// Changes of no single tool that no page here shows.
    private static final Set<String> ELSEWHERE = Set.of("board", "ranks");

    private static final Duration MADE_WITHIN = Duration.ofSeconds(5);

    /// Between two pages that are made again though nothing on them has changed. Making one keeps a processor busy for
    /// as long as showing hundreds.
    private static final Duration APART = Duration.ofMillis(100);

    private static final int SIXTH = 6;

    /// Addresses that differ in a letter have hashes that are near each other.
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final boolean off;
    private final Duration shown;
    private final Clock clock;
    private final PagesByAddress<SharedPage> pages;
    private final Drops drops = new Drops();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private Instant nextAgain = Instant.MIN;
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
    /// @param tools their slugs; of a comparison in the order of its address. [#OTHERS] besides, where it is so
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
        if (off || !isOfOurs(request.getRequestURI()) || !Newcomer.sent(request) || !takesPages(request)) {
            return null;
        }
        String address = PageAddress.of(request);
        return address == null ? null : look(address);
    }

    /// Not what is below such a page, nor its files.
    private static boolean isOfOurs(String path) {
        return PATHS.stream()
                .anyMatch(start -> path.startsWith(start)
                        && path.indexOf('/', start.length()) < 0
                        && path.indexOf('.', start.length()) < 0);
    }

    private static boolean takesPages(HttpServletRequest request) {
        String types = request.getHeader(HttpHeaders.ACCEPT);
        return types == null || types.contains(MediaType.TEXT_HTML_VALUE) || types.contains(MediaType.ALL_VALUE);
    }

    private synchronized @Nullable Look look(String address) {
        return hearing ? new Look(address, clock.instant(), drops.last()) : null;
    }

    /// A page whose time is over is made again by the first who asks; the others see it as it was for as
    /// long as that may take, once. Nothing on it has changed: what has is gone already. Pages whose time
    /// is over together take turns, as long as none is older than is allowed.
    ///
    /// @param keeps whether what is made instead will be kept
    synchronized @Nullable SharedPage find(Look look, boolean keeps) {
        SharedPage page = pages.find(look.address());
        if (page == null || look.at().isBefore(page.until()) || waits(page, look)) {
            hits.addAndGet(page == null ? 0 : 1);
            return page;
        }
        if (page.isLate()) {
            pages.forget(look.address());
        } else if (keeps) {
            pages.keep(look.address(), page.late(look.at().plus(MADE_WITHIN)));
            nextAgain = look.at().plus(APART);
        }
        return null;
    }

    private boolean waits(SharedPage page, Look look) {
        return !page.isLate()
                && look.at().isBefore(nextAgain)
                && look.at().isBefore(page.until().plus(shown.dividedBy(SIXTH)));
    }

    void noteMade() {
        misses.incrementAndGet();
    }

    /// When a page that was asked for like that is to be made again, by its address: from half the time
    /// on, since pages that were made together must not all be made again at once, and within five
    /// sixths of it, since some wait for their turn.
    Instant until(Look look) {
        long full = shown.toMillis();
        long spread = Math.floorMod(look.address().hashCode() * SCATTER, full / 3 + 1);
        return look.at().plusMillis(full - full / SIXTH - spread);
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
            drop(slug);
            if (MOVING.contains(kind)) {
                drop(OTHERS);
            }
        } else if (!ELSEWHERE.contains(kind)) {
            dropAll();
        }
    }

    private void drop(String tool) {
        drops.of(tool);
        pages.forgetIf(page -> page.tools().contains(tool));
    }

    /// What was said meanwhile was not heard.
    @Override
    public synchronized void hears(boolean everything) {
        hearing = everything;
        dropAll();
    }

    synchronized void dropAll() {
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
