package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.catalog.badge.BadgeUses;
import dev.toolverdicts.catalog.card.ToolCard;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Badges for other sites' pages, and the way from one to the tool. Both are counted, without cookies and
/// without anything of who asked.
@Controller
class BadgeController {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final MediaType SVG = new MediaType("image", "svg+xml", UTF_8);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");

    private final PageQueries pages;
    private final BadgeUses uses;

    BadgeController(PageQueries pages, BadgeUses uses) {
        this.pages = pages;
        this.uses = uses;
    }

    /// A former address has the badge of the present one, under its own address: pictures are not always
    /// fetched by who follows redirects.
    @GetMapping("/badge/{slug}.svg")
    ResponseEntity<String> badge(
            @PathVariable String slug,
            @RequestParam(defaultValue = "light") String theme,
            @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String from,
            HttpMethod method,
            HttpServletResponse response) {
        Palette palette = Palette.of(theme);
        Optional<ToolCard> card = find(slug);
        if (card.isPresent()) {
            // The tool's own page shows it too.
            if (HttpMethod.GET.equals(method) && !"same-origin".equals(from)) {
                uses.shown(card.get().slug());
            }
            return KeptAnswer.of(Badge.of(card.get(), palette).svg(), SVG, KEPT, response);
        }
        if (isTakenDown(slug)) {
            return KeptAnswer.of(Badge.neutral("Not listed", palette).svg(), SVG, KEPT, response);
        }
        KeptAnswer.keep(KEPT, response);
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(SVG)
                .body(Badge.neutral("No such tool", palette).svg());
    }

    @GetMapping("/badge/{slug}")
    ResponseEntity<Void> follow(
            @PathVariable String slug,
            @RequestHeader(name = "Sec-Purpose", required = false) @Nullable String purpose,
            HttpMethod method,
            HttpServletResponse response) {
        Optional<ToolCard> card = find(slug);
        if (card.isEmpty() && !isTakenDown(slug)) {
            throw new PageMissing(MissingPage.noTool(slug, pages));
        }
        card.filter(_ -> HttpMethod.GET.equals(method) && purpose == null)
                .ifPresent(found -> uses.followed(found.slug()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/tool/" + card.map(ToolCard::slug).orElse(slug)))
                .build();
    }

    private Optional<ToolCard> find(String slug) {
        return SLUG.matcher(slug).matches()
                ? pages.tool(slug).or(() -> pages.currentSlug(slug).flatMap(pages::tool))
                : Optional.empty();
    }

    private boolean isTakenDown(String slug) {
        return SLUG.matcher(slug).matches() && pages.takenDown(slug).isPresent();
    }
}
