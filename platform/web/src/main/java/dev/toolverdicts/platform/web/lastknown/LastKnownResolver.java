package dev.toolverdicts.platform.web.lastknown;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Answers with the kept page where a page cannot be made. Where there is none, the service says so as
/// it always does.
final class LastKnownResolver implements HandlerExceptionResolver {

    private final LastKnownPages pages;
    private final Outage outage;
    private final StaleAnswer stale;

    LastKnownResolver(LastKnownPages pages, Outage outage, StaleAnswer stale) {
        this.pages = pages;
        this.outage = outage;
        this.stale = stale;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        String address = pages.address(request);
        if (address == null || !Unavailable.isMeant(failure)) {
            return null;
        }
        if (Unavailable.isAway(failure)) {
            outage.goesOn(failure);
        }
        try {
            return stale.give(address, request, response) ? new ModelAndView() : null;
        } catch (IOException _) {
            return new ModelAndView(); // the client has gone
        }
    }
}
