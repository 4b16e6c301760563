package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.comparison.Found;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pictures that other sites show with a link to a page, as Open Graph has them.
@Controller
class ShareImageController {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");

    private final PageQueries pages;
    private final ShareImages images;

    ShareImageController(PageQueries pages, ShareImages images) {
        this.pages = pages;
        this.images = images;
    }

    @GetMapping("/og/site.png")
    ResponseEntity<byte[]> site(HttpServletResponse response) {
        return picture(ShareCard.SITE, response);
    }

    @GetMapping("/og/tool/{slug}.png")
    ResponseEntity<byte[]> tool(@PathVariable String slug, HttpServletResponse response) {
        if (!SLUG.matcher(slug).matches()) {
            throw missing();
        }
        return pages.tool(slug)
                .map(tool -> picture(ShareCard.of(tool), response))
                .orElseGet(() -> pages.currentSlug(slug)
                        .map(current -> Moved.<byte[]>answer("/og/tool/" + current + ".png", response))
                        .orElseThrow(() -> new PageMissing(MissingPage.noTool(slug, pages))));
    }

    @GetMapping("/og/compare/{key}.png")
    ResponseEntity<byte[]> comparison(@PathVariable String key, HttpServletResponse response) {
        return switch (pages.pair(key)) {
            case Found.Compared found -> picture(ShareCard.of(found.comparison().tools()), response);
            case Found.Moved moved -> Moved.answer("/og/compare/" + moved.pairKey() + ".png", response);
            case Found.SameTool same -> Moved.answer("/og/tool/" + same.slug() + ".png", response);
            case Found.Unknown _ -> throw new MissingComparison(pages).at(key);
        };
    }

    private ResponseEntity<byte[]> picture(ShareCard card, HttpServletResponse response) {
        return images.of(card)
                .map(png -> KeptAnswer.of(png, MediaType.IMAGE_PNG, KEPT, response))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "60")
                        .build());
    }

    private static PageMissing missing() {
        return new PageMissing(MissingPage.of("No such picture", "Nothing is drawn at this address.", List.of()));
    }
}
