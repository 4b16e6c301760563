package dev.toolverdicts.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies over 64 KiB, announced or not, and state changes that another site's page started, where the settings
/// do not say otherwise; passes over an `Accept` that cannot be read.
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class InboundFilter extends OncePerRequestFilter {

    static final int MAX_BODY = 64 * 1024;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemWriter problems;
    private final InboundSettings settings;

    InboundFilter(ProblemWriter problems, InboundSettings settings) {
        this.problems = problems;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest asked, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest request = Accepted.readable(asked);
        if (SAFE.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && !settings.crossSiteAllowed().contains(request.getRequestURI())) {
            problems.write(
                    request,
                    response,
                    Problem.of(
                            HttpStatus.FORBIDDEN,
                            "cross-site-request",
                            "Cross-site request",
                            "Another site's page must not change anything here."));
        } else if (request.getContentLengthLong() > limit(request)) {
            tooLarge(request, response);
        } else if (isLarge(request)) {
            chain.doFilter(new LimitedRequest(request, limit(request)), response);
        } else if (isForm(request)) {
            chain.doFilter(request, response); // the server reads forms itself, up to the same limit
        } else {
            limited(request, response, chain);
        }
    }

    private boolean isLarge(HttpServletRequest request) {
        return settings.largePaths().contains(request.getRequestURI());
    }

    private long limit(HttpServletRequest request) {
        return isLarge(request) ? settings.largeLimit().toBytes() : MAX_BODY;
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
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
        problems.write(request, response, Problem.bodyTooLarge(limit(request)));
    }
}
