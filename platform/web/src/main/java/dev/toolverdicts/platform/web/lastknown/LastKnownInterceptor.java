package dev.toolverdicts.platform.web.lastknown;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// Keeps pages that could be made, and shows them in place of trying while the database is away.
final class LastKnownInterceptor implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(LastKnownInterceptor.class);
    private static final String LOOK = LastKnownInterceptor.class.getName() + ".look";
    private static final String ANSWERED = LastKnownInterceptor.class.getName() + ".answered";

    private final LastKnownPages pages;
    private final Patience patience;
    private final Outage outage;
    private final StaleAnswer stale;
    private final NeutralPage neutral;

    LastKnownInterceptor(
            LastKnownPages pages, Patience patience, Outage outage, StaleAnswer stale, NeutralPage neutral) {
        this.pages = pages;
        this.patience = patience;
        this.outage = outage;
        this.stale = stale;
        this.neutral = neutral;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String address = pages.address(request);
        if (address == null) {
            return true;
        }
        if (outage.spares() && stale.give(address, request, response)) {
            return false;
        }
        request.setAttribute(LOOK, pages.look(address));
        patience.begins();
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answered) {
        if (answered != null && request.getAttribute(LOOK) != null) {
            request.setAttribute(ANSWERED, answered);
        }
    }

    /// The page is written by now: its reader waits for nothing that happens here.
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        patience.ends();
        if (failure != null || StaleAnswer.isGiven(request) || !(request.getAttribute(LOOK) instanceof Look look)) {
            return;
        }
        switch (response.getStatus()) {
            case HttpServletResponse.SC_OK -> {
                outage.isOver();
                if (pages.takesTurn(look.address(), LastKnownPages.isMadeSeldom(request))) {
                    keep(look, request, response);
                }
            }
            case HttpServletResponse.SC_MOVED_PERMANENTLY,
                    HttpServletResponse.SC_NOT_FOUND,
                    HttpServletResponse.SC_GONE -> {
                outage.isOver();
                pages.forget(look.address());
            }
            default -> {} // says nothing of the page
        }
    }

    private void keep(Look look, HttpServletRequest request, HttpServletResponse response) {
        ModelAndView answered = request.getAttribute(ANSWERED) instanceof ModelAndView made ? made : null;
        try {
            String html = neutral.of(request, response, answered);
            if (html != null) {
                pages.keep(look, html);
            }
        } catch (Exception failure) {
            log.warn("event=page_not_kept path={}", request.getRequestURI(), failure);
        }
    }
}
