package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.catalog.card.ToolCard;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A tool as Markdown, at its page's address and an ending; no slug has a dot.
@Controller
class ToolMarkdownController {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", UTF_8);

    private final PageQueries pages;
    private final PageSettings settings;

    ToolMarkdownController(PageQueries pages, PageSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping("/tool/{slug}.md")
    ResponseEntity<String> tool(@PathVariable String slug, HttpServletResponse response) {
        ToolCard card = pages.tool(slug).orElse(null);
        if (card == null) {
            String current =
                    pages.currentSlug(slug).orElseThrow(() -> new PageMissing(MissingPage.noTool(slug, pages)));
            return Moved.answer("/tool/" + current + ".md", response);
        }
        String address = settings.address("/tool/" + slug);
        Source source = Source.of(List.of(card), settings).getFirst();
        return ResponseEntity.ok()
                .contentType(MARKDOWN)
                .eTag(card.etag())
                .header(HttpHeaders.LINK, "<" + address + ">; rel=\"canonical\"")
                // Search engines have the page.
                .header("X-Robots-Tag", "noindex")
                .body(new ToolMarkdown(card, pages.takes(slug), source, address).text());
    }
}
