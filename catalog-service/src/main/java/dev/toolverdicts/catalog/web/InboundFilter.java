package dev.toolverdicts.catalog.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies over 64 KiB, announced or not, and state changes that another site's page started.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class InboundFilter extends OncePerRequestFilter {

    static final int MAX_BODY = 64 * 1024;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemWriter problems;

    InboundFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            problems.write(
                    request,
                    response,
                    Problem.of(
                            HttpStatus.FORBIDDEN,
                            "cross-site-request",
                            "Cross-site request",
                            "Another site's page must not change anything here."));
        } else if (request.getContentLengthLong() > MAX_BODY) {
            tooLarge(request, response);
        } else {
            limited(request, response, chain);
        }
    }

    /// A chunked body does not say how long it will be, so it is read before anybody works on it.
    private void limited(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            tooLarge(request, response);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    private void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        problems.write(
                request,
                response,
                Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "Body too large",
                        "A body may have up to %d bytes.".formatted(MAX_BODY)));
    }
}
