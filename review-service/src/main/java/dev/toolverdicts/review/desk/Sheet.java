package dev.toolverdicts.review.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/// A page of the desk, for whoever is signed in.
final class Sheet {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String FRAME = frame();

    private Sheet() {}

    /// @param up the way back, as HTML
    /// @param trouble what went wrong, to be heard first; null when nothing did
    /// @param main as HTML
    static ResponseEntity<String> page(
            HttpStatusCode status, String title, String up, @Nullable String trouble, String main) {
        String content = """
                <p class="kicker"><a href="/desk">Desk</a>%s</p>
                <h1>%s</h1>
                %s
                %s""".formatted(
                        up,
                        escaped(title),
                        trouble == null ? "" : "<p class=\"trouble\" role=\"alert\">%s</p>".formatted(escaped(trouble)),
                        main);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(FRAME.replace("{{title}}", escaped(title)).replace("{{main}}", content));
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    private static String frame() {
        try (InputStream file = new ClassPathResource("site/desk.html").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
