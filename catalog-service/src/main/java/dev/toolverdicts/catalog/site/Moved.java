package dev.toolverdicts.catalog.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// An answer for a page that has another address, kept by browsers for five minutes as the API's redirects are.
final class Moved {

    private Moved() {}

    static ModelAndView to(String path, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=300");
        RedirectView redirect = new RedirectView(path, false, false, false);
        redirect.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return new ModelAndView(redirect);
    }
}
