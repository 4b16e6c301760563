package dev.toolverdicts.platform.telemetry.servlet;

import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// A span for each request, which its thread is at work on. Before whoever refuses requests: refusals
/// are part of what happens to one.
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceServletFilter extends OncePerRequestFilter {

    private final Tracing tracing;
    private final boolean trusted;

    TraceServletFilter(Tracing tracing, boolean trusted) {
        this.tracing = tracing;
        this.trusted = trusted;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!tracing.isOn()) {
            chain.doFilter(request, response);
            return;
        }
        Traced traced = tracing.server(request.getMethod(), trusted ? request.getHeader(TraceParent.HEADER) : null);
        try (var _ = traced.present()) {
            chain.doFilter(request, response);
            traced.status(response.getStatus());
        } catch (ServletException | IOException | RuntimeException failure) {
            traced.failed(failure);
            throw failure;
        } finally {
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
                traced.named(request.getMethod() + " " + pattern);
            }
            traced.end();
        }
    }
}
