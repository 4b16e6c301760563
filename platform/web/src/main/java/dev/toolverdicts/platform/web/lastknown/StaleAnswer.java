package dev.toolverdicts.platform.web.lastknown;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/// Answers with a kept page, which says as of when it is, and that no cache may store.
final class StaleAnswer {

    private static final String GIVEN = StaleAnswer.class.getName() + ".given";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final LastKnownPages pages;
    private final Clock clock;

    StaleAnswer(LastKnownPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /// @return false, and nothing is answered, where there is no such page
    boolean give(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptPage page = pages.find(address);
        if (page == null || response.isCommitted()) {
            return false;
        }
        byte[] body = noticed(page.html(), page.at()).getBytes(UTF_8);
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.AGE, Long.toString(age(page)));
        response.setContentLength(body.length);
        request.setAttribute(GIVEN, true);
        pages.noteShown();
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
        return true;
    }

    static boolean isGiven(HttpServletRequest request) {
        return request.getAttribute(GIVEN) != null;
    }

    private long age(KeptPage page) {
        return Math.max(0, Duration.between(page.at(), clock.instant()).toSeconds());
    }

    /// The notice is the first thing in the page's own part.
    static String noticed(String html, Instant at) {
        int main = html.indexOf('>', Math.max(0, html.indexOf("<main"))) + 1;
        return html.substring(0, main) + notice(at) + html.substring(main);
    }

    private static String notice(Instant at) {
        return """

                <p class="banner" role="status">Our database cannot be reached just now. This page is as of <time datetime="%s">%s</time>; what has changed since is not on it.</p>""".formatted(at.truncatedTo(ChronoUnit.SECONDS), MINUTE.format(at));
    }
}
