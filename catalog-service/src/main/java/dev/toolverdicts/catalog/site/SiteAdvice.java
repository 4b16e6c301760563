package dev.toolverdicts.catalog.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/// What all pages share: the addresses of their assets, and pages instead of problem documents when
/// something fails.
@ControllerAdvice(basePackageClasses = SiteAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SiteAdvice {

    private static final Logger log = LoggerFactory.getLogger(SiteAdvice.class);

    private final Assets assets;
    private final PageSettings settings;

    SiteAdvice(Assets assets, PageSettings settings) {
        this.assets = assets;
        this.settings = settings;
    }

    /// Pages are asked for again each time, but a browser may keep one to go back to.
    @ModelAttribute("assets")
    Assets assets(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return assets;
    }

    @ExceptionHandler
    ModelAndView missing(PageMissing missing, HttpServletRequest request) {
        return page(missing.status(), missing.page(), request);
    }

    @ExceptionHandler
    ModelAndView undecodable(InvalidParameterException undecodable, HttpServletRequest request) {
        MissingPage page = new MissingPage(
                "400",
                "This address cannot be read",
                "Something in it is not written as addresses are. Start again from the verdict sheet.",
                "",
                List.of(),
                List.of());
        return page(HttpStatus.BAD_REQUEST, page, request);
    }

    /// The visitor learns that it is our fault and what to do; the log learns the cause.
    @ExceptionHandler
    ModelAndView unavailable(Exception failure, HttpServletRequest request) {
        log.error("event=page_failed path={}", request.getRequestURI(), failure);
        MissingPage page = new MissingPage(
                "503",
                "The sheet cannot be read just now",
                "Nothing is lost: verdicts and votes are kept. Reload the page in a moment.",
                "",
                List.of(),
                List.of());
        return page(HttpStatus.SERVICE_UNAVAILABLE, page, request);
    }

    private ModelAndView page(HttpStatus status, MissingPage page, HttpServletRequest request) {
        ModelAndView answer = new ModelAndView("missing");
        answer.setStatus(status);
        answer.addObject("assets", assets);
        answer.addObject("page", page);
        answer.addObject(
                "head",
                settings.head(page.heading() + " · Tool Verdicts", page.help(), request.getRequestURI(), null)
                        .missing());
        return answer;
    }
}
