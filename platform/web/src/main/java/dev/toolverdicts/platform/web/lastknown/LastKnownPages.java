package dev.toolverdicts.platform.web.lastknown;

import dev.toolverdicts.platform.web.pages.PageAddress;
import dev.toolverdicts.platform.web.pages.PagesByAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The pages that are kept, in the memory of this copy of the service.
///
/// A page with a part that is somebody's own says by `neutral` what a stranger would see in its place,
/// and is kept like that; one that does not say so, but answers as `private` or with a cookie, is not
/// kept.
public final class LastKnownPages {

    static final String NEUTRAL = LastKnownPages.class.getName() + ".neutral";

    /// Not the same word: a view shows what is in its model as attributes of the request.
    static final String NEUTRAL_HTML = NEUTRAL + ".html";

    private static final String SELDOM = LastKnownPages.class.getName() + ".seldom";
    private static final int MOST_A_SECOND = 50;

    private final List<PathPattern> covered;
    private final LastKnownSettings settings;
    private final Clock clock;
    private final PagesByAddress<KeptPage> plain;
    private final PagesByAddress<KeptPage> questions;
    private final AtomicLong shown = new AtomicLong();
    private volatile Runnable whenForgotten = () -> {};
    private @Nullable String hidden;
    private long forgotten;
    private long paced;
    private int turns;

    /// Addresses with a question have a quarter of the memory, so that a program that asks everything
    /// drives out no page without one.
    LastKnownPages(LastKnownSettings settings, Clock clock) {
        this.covered = settings.pages().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        this.settings = settings;
        this.clock = clock;
        long budget = settings.memory().toBytes();
        this.questions = new PagesByAddress<>(budget / 4, KeptPage::weight);
        this.plain = new PagesByAddress<>(budget - budget / 4, KeptPage::weight);
    }

    /// Says what a stranger sees in a page.
    ///
    /// @param model the page's
    /// @param strangers the attributes that are somebody's own, as they are for nobody in particular;
    ///     nothing where the page is the same for everybody. Made only when a page is to be kept
    public static void neutral(Map<String, Object> model, Supplier<Map<String, Object>> strangers) {
        model.put(NEUTRAL, strangers);
    }

    /// The same for a page that is no view.
    ///
    /// @param html the page as a stranger sees it
    public static void neutral(HttpServletRequest request, Supplier<String> html) {
        request.setAttribute(NEUTRAL_HTML, html);
    }

    /// Says that what is made for this request is shown to others as well, so that it is made seldom: each
    /// time it is kept, or an outage would show what is older than what many have read.
    public static void madeSeldom(HttpServletRequest request) {
        request.setAttribute(SELDOM, true);
    }

    static boolean isMadeSeldom(HttpServletRequest request) {
        return request.getAttribute(SELDOM) != null;
    }

    /// Somebody reads the page though none is made for them: it is not one of those that nobody asks for.
    ///
    /// @param address with its question
    public void read(String address) {
        var _ = find(address);
    }

    /// @param then run each time that all pages have been forgotten, after it: whoever shows pages to many
    ///     without making them must make each once more, or an outage would find none
    public void whenForgotten(Runnable then) {
        whenForgotten = then;
    }

    /// To be called over and over with what must not be shown any more, in whatever words. When it is
    /// not the same as the last time, nothing that was read before shows again.
    void hidden(String what) {
        if (forgets(what)) {
            whenForgotten.run();
        }
    }

    private synchronized boolean forgets(String what) {
        if (what.equals(hidden)) {
            return false;
        }
        hidden = what;
        forgotten++;
        plain.forgetAll();
        questions.forgetAll();
        return true;
    }

    /// The address under which the answer may be kept and shown; null where there is none, and for pages
    /// that the settings do not name.
    @Nullable
    String address(HttpServletRequest request) {
        String address = PageAddress.of(request);
        if (address == null) {
            return null;
        }
        PathContainer parsed = PathContainer.parsePath(request.getRequestURI());
        return covered.stream().anyMatch(pattern -> pattern.matches(parsed)) ? address : null;
    }

    synchronized Look look(String address) {
        return new Look(address, clock.instant(), forgotten);
    }

    /// Whether the page may be made once more to be kept. Under load, of pages that all differ, most are
    /// not: what many ask for has its turn soon.
    ///
    /// @param seldom whether it is made seldom
    boolean takesTurn(String address, boolean seldom) {
        KeptPage page = find(address);
        return (page == null || seldom || !clock.instant().isBefore(page.at().plus(settings.renewAfter())))
                && isInPace();
    }

    private synchronized boolean isInPace() {
        long second = clock.millis() / 1000;
        if (second != paced) {
            paced = second;
            turns = 0;
        }
        return turns++ < MOST_A_SECOND;
    }

    void keep(Look look, String html) {
        KeptPage page = KeptPage.of(html, look.at());
        synchronized (this) {
            if (look.forgotten() == forgotten) {
                of(look.address()).keep(look.address(), page);
            }
        }
    }

    void forget(String address) {
        of(address).forget(address);
    }

    @Nullable
    KeptPage find(String address) {
        return of(address).find(address);
    }

    void noteShown() {
        shown.incrementAndGet();
    }

    long shown() {
        return shown.get();
    }

    long bytes() {
        return plain.bytes() + questions.bytes();
    }

    /// No address of ours is written with `%`, but each of its letters could be: a program that writes one
    /// page in thousands of ways drives out no other either.
    private PagesByAddress<KeptPage> of(String address) {
        return address.indexOf('?') < 0 && address.indexOf('%') < 0 ? plain : questions;
    }
}
