package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What programs read of the site: where they may go, what there is, and what it means.
@Controller
class DocumentController {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

    private final PageSettings settings;
    private final Clock clock;
    private final Document sitemap;
    private final Document guide;

    DocumentController(PageQueries pages, PageSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.sitemap = new Document(new MediaType(MediaType.APPLICATION_XML, UTF_8), new Sitemap(pages, settings)::xml);
        this.guide = new Document(TEXT, new Guide(pages, settings)::markdown);
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(TEXT).body("""
                User-agent: *
                Disallow: /api/
                Disallow: /*/vote$
                Allow: /api/v1/openapi.json

                Sitemap: %s
                """.formatted(settings.address("/sitemap.xml")));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap(HttpServletResponse response) {
        return sitemap.answer(response);
    }

    @GetMapping("/llms.txt")
    ResponseEntity<String> guide(HttpServletResponse response) {
        return guide.answer(response);
    }

    /// A document that reads all of the catalog, so one is made for everybody and kept for a minute.
    private final class Document {

        private record Made(String text, long until) {}

        private final MediaType type;
        private final Supplier<String> source;
        private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

        Document(MediaType type, Supplier<String> source) {
            this.type = type;
            this.source = source;
        }

        ResponseEntity<String> answer(HttpServletResponse response) {
            String text = text();
            // Not as pages, which are asked for again each time.
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
            return ResponseEntity.ok().contentType(type).eTag(tag(text)).body(text);
        }

        private String text() {
            Made last = made.get();
            if (last != null && clock.millis() < last.until()) {
                return last.text();
            }
            String text = source.get();
            made.set(new Made(text, clock.millis() + KEPT.toMillis()));
            return text;
        }

        private static String tag(String text) {
            var sum = new CRC32C();
            sum.update(text.getBytes(UTF_8));
            return '"'
                    + Integer.toHexString(text.length())
                    + '-'
                    + HexFormat.of().toHexDigits((int) sum.getValue())
                    + '"';
        }
    }
}
