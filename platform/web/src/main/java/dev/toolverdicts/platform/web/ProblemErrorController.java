package dev.toolverdicts.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/// The last resort for what failed outside of controllers: a page for people where the service has one for the
/// status, else a problem document.
@RestController
@Hidden
class ProblemErrorController implements ErrorController {

    private final ObjectProvider<ErrorViewResolver> pages;

    ProblemErrorController(ObjectProvider<ErrorViewResolver> pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        HttpStatus status = status(request);
        return page(request, status).<Object>map(page -> page).orElseGet(() -> document(request, status));
    }

    private Optional<ModelAndView> page(HttpServletRequest request, HttpStatus status) {
        return Accepted.isPage(request)
                ? pages.orderedStream()
                        .flatMap(resolver ->
                                Optional.ofNullable(resolver.resolveErrorView(request, status, Map.of())).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static ResponseEntity<ProblemDetail> document(HttpServletRequest request, HttpStatus status) {
        ProblemDetail problem = Problem.of(status, detail(status));
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked) {
            problem.setInstance(Problem.instance(asked));
        }
        return ResponseEntity.status(status).body(problem);
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address has no such method.";
            default -> "The request could not be answered: " + status.getReasonPhrase() + ".";
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof AuthenticationServiceException) {
            return HttpStatus.SERVICE_UNAVAILABLE; // the keys that tokens are checked with cannot be fetched
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
