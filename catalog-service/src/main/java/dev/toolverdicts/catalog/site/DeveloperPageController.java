package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where people find out how programs read the site.
@Controller
class DeveloperPageController {

    /// Of the sample data, for when no tool can be read: the page has much more to say than their
    /// names.
    private static final List<String> SAMPLES = List.of("llama-4-scout-fine-tuning-toolkit", "mistral-3b");

    private final PageQueries pages;
    private final PageSettings settings;

    DeveloperPageController(PageQueries pages, PageSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping(path = "/developers", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView developers() {
        List<String> slugs = slugs();
        return new ModelAndView("developers")
                .addObject("run", new Commands(settings.address(""), slugs.getFirst(), CompareAddress.key(slugs)))
                .addObject(
                        "head",
                        settings.head(
                                "The API · Tool Verdicts",
                                "How programs read Tool Verdicts: API, MCP, dataset, feeds, webhooks, badges and Markdown, with an"
                                        + " example of each, quotas and keys.",
                                "/developers",
                                null));
    }

    private List<String> slugs() {
        List<String> there = newest();
        return there.size() == SAMPLES.size() ? there : SAMPLES;
    }

    private List<String> newest() {
        try {
            return pages.tools(CardFilter.newest(SAMPLES.size())).cards().stream()
                    .map(ToolCard::slug)
                    .toList();
        } catch (DataAccessException | TransactionException _) {
            return List.of();
        }
    }
}
