package dev.toolverdicts.catalog.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The page for an address of the site that no controller answers.
@Component
class SiteErrorPages implements ErrorViewResolver {

    private static final MissingPage NOTHING = new MissingPage(
            "404",
            "No such page",
            "Nothing is published at this address. The verdict sheet and the list of comparisons lead to all there is.",
            "",
            List.of(),
            List.of());

    private final Assets assets;
    private final PageSettings settings;

    SiteErrorPages(Assets assets, PageSettings settings) {
        this.assets = assets;
        this.settings = settings;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        if (status != HttpStatus.NOT_FOUND) {
            return null;
        }
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new ModelAndView("missing", status)
                .addObject("assets", assets)
                .addObject("page", NOTHING)
                .addObject(
                        "head",
                        settings.head(
                                        NOTHING.heading() + " · Tool Verdicts",
                                        NOTHING.help(),
                                        asked instanceof String path ? path : "/",
                                        null)
                                .missing());
    }
}
