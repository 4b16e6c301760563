package dev.toolverdicts.catalog.shared;

import dev.toolverdicts.catalog.alternative.OpenedPairs;
import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Shows a page that is kept, and keeps what is answered. Measuring, tracing and the limits of requests
/// come before it. What comes after it, Spring Security included, has said of this very address that
/// anybody may read it, and its headers are kept with the page.
final class SharedPageFilter extends OncePerRequestFilter {

    private final SharedPages pages;
    private final OpenedPairs opened;
    private final Consumer<String> reads;

    /// @param reads is told the address of a kept page each time it is shown
    SharedPageFilter(SharedPages pages, OpenedPairs opened, Consumer<String> reads) {
        this.pages = pages;
        this.opened = opened;
        this.reads = reads;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Look look = pages.look(request);
        if (look == null) {
            chain.doFilter(request, response);
            return;
        }
        SharedPage page = pages.find(look, isGet(request));
        if (page == null) {
            make(look, request, response, chain);
        } else {
            show(look, page, request, response);
        }
    }

    private void show(Look look, SharedPage page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // No handler will say it, and measuring and tracing ask each in a place of its own.
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(measured -> measured.setPathPattern(page.pattern()));
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, page.pattern());
        reads.accept(look.address());
        if (page.isComparison()) {
            opened.shown(page.tools(), request);
        }
        page.answer(request, response);
    }

    private void make(Look look, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var teed = new TeedResponse(response);
        LastKnownPages.madeSeldom(request);
        chain.doFilter(request, teed);
        List<String> tools = SharedPages.tools(request);
        if (tools == null) {
            return;
        }
        pages.noteMade();
        SharedPage made = isGet(request) ? teed.page(request, tools, pages.until(look)) : null;
        if (made != null) {
            pages.keep(look, made);
        }
    }

    private static boolean isGet(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }
}
