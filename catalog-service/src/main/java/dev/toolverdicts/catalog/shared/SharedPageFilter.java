package dev.toolverdicts.catalog.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps what the handler answers. It stands behind all other filters, so that what they set, such as
/// the headers of Spring Security, is theirs each time.
final class SharedPageFilter extends OncePerRequestFilter {

    private final SharedPages pages;

    SharedPageFilter(SharedPages pages) {
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Look look = pages.look(request);
        if (look == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(SharedPageInterceptor.LOOK, look);
        var teed = new TeedResponse(response);
        chain.doFilter(request, teed);
        List<String> tools = SharedPages.tools(request);
        SharedPage page = tools == null || !request.getMethod().equals("GET") ? null : teed.page(tools, look.at());
        if (page != null) {
            pages.keep(look, page);
        }
    }
}
