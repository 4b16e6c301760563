package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.catalog.leaderboard.Leaderboards;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What programs read of the site: where they may go, what there is, and what it means.
@Controller
class DocumentController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, UTF_8);

    private final PageSettings settings;
    private final Kept<Map<String, String>> sitemaps;
    private final Kept<String> guide;

    DocumentController(PageQueries pages, Leaderboards boards, PageSettings settings, Clock clock) {
        this.settings = settings;
        this.sitemaps = new Kept<>(new Sitemaps(pages, boards, settings, Sitemaps.MOST)::files, clock);
        this.guide = new Kept<>(new Guide(pages, settings)::markdown, clock);
    }

    /// What counts when it is asked for, and what asks for a sign-in, is not for them.
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(TEXT).body("""
                User-agent: *
                Disallow: /api/
                Disallow: /badge/
                Disallow: /desk
                Disallow: /*/vote$
                Allow: /api/v1/openapi.json

                Sitemap: %s
                """.formatted(settings.address("/sitemap.xml")));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap(HttpServletResponse response) {
        return part(Sitemaps.INDEX, response);
    }

    @GetMapping("/sitemaps/{part}.xml")
    ResponseEntity<String> part(@PathVariable String part, HttpServletResponse response) {
        String file = sitemaps.get().get(part);
        if (file == null) {
            throw new PageMissing(
                    MissingPage.of("No such list of pages", "The index at /sitemap.xml names all of them.", List.of()));
        }
        return KeptAnswer.of(file, XML, Kept.MINUTE, response);
    }

    @GetMapping("/llms.txt")
    ResponseEntity<String> guide(HttpServletResponse response) {
        return KeptAnswer.of(guide.get(), TEXT, Kept.MINUTE, response);
    }
}
