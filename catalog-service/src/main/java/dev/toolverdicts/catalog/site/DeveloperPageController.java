package dev.toolverdicts.catalog.site;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where people find out how programs read the site.
@Controller
class DeveloperPageController {

    private final PageSettings settings;

    DeveloperPageController(PageSettings settings) {
        this.settings = settings;
    }

    @GetMapping(path = "/developers", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView developers() {
        return new ModelAndView("developers")
                .addObject(
                        "head",
                        settings.head(
                                "The API · Tool Verdicts",
                                "How programs read Tool Verdicts: the description of its API, what holds everywhere, quotas and keys.",
                                "/developers",
                                null));
    }
}
