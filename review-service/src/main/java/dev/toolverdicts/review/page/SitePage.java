package dev.toolverdicts.review.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/// A complete page in the site's frame, for its visitor and no search engine.
final class SitePage {

    private static final String FRAME = frame();
    private static final String NAME = "review";

    private final String title;
    private final String main;

    /// @param main what stands in it, as HTML
    SitePage(String title, String main) {
        this.title = title;
        this.main = main;
    }

    /// @param cookies `Set-Cookie` lines that go with it
    ResponseEntity<String> answer(HttpStatusCode status, List<String> cookies) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .headers(headers -> cookies.forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie)))
                .body(html());
    }

    String html() {
        return FRAME.replace("{{title}}", escaped(title))
                .replace("{{head}}", "<meta name=\"robots\" content=\"noindex\">")
                .replace("{{page}}", NAME)
                .replace("{{main}}", main);
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    private static String frame() {
        try (InputStream file = new ClassPathResource("site/frame.html").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
