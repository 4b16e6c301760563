package dev.toolverdicts.catalog.site;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who is behind the site, what it keeps of its visitors, and on which terms it is used.
@Controller
class OperatorPageController {

    private final PageSettings settings;
    private final OperatorSettings.OperatorView operator;

    OperatorPageController(PageSettings settings, OperatorSettings operator) {
        this.settings = settings;
        this.operator = operator.view();
    }

    @GetMapping(path = "/privacy", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView privacy() {
        return page(
                "privacy",
                "Privacy",
                "What Tool Verdicts keeps of its visitors, why, for how long, and how to see or erase it.");
    }

    @GetMapping(path = "/terms", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView terms() {
        return page("terms", "Terms", "On which terms verdicts, votes and data of Tool Verdicts may be used.");
    }

    @GetMapping(path = "/contact", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView contact() {
        return page("contact", "Contact", "Who is behind Tool Verdicts, and where to write about an error or a tool.");
    }

    private ModelAndView page(String name, String title, String about) {
        return new ModelAndView(name)
                .addObject("operator", operator)
                .addObject("head", settings.head(title + " · Tool Verdicts", about, "/" + name, null));
    }
}
