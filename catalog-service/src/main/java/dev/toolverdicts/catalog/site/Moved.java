package dev.toolverdicts.catalog.site;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// An answer for what has another address, kept by browsers for five minutes as the API's
/// redirects are.
final class Moved {

    private static final String FIVE_MINUTES = "max-age=300";

    private Moved() {}

    static ModelAndView to(String path, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
        RedirectView redirect = new RedirectView(path, false, false, false);
        redirect.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return new ModelAndView(redirect);
    }

    /// The same for what is no page. The header is set at the response, where the one for pages
    /// stands already.
    static <T> ResponseEntity<T> answer(String path, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create(path))
                .build();
    }

    /// What a form leads on to; it may lead elsewhere the next time.
    static ModelAndView onTo(String path) {
        RedirectView redirect = new RedirectView(path, false, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
